package city.tongban.console;

import city.tongban.trace.StopView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stop as the timeline shows it.
 *
 * @param newDay the first stop of its day, which is then written above it
 * @param since how long after the stop before it; null for the first
 */
record Step(StopView stop, boolean newDay, @Nullable Duration since, @Nullable Shares shares) {

  static List<Step> of(List<StopView> stops, Times times) {
    List<Step> steps = new ArrayList<>(stops.size());
    StopView before = null;
    for (StopView stop : stops) {
      boolean newDay = before == null || !times.day(before.at()).equals(times.day(stop.at()));
      Duration since = before == null ? null : Duration.between(before.at(), stop.at());
      steps.add(new Step(stop, newDay, since, Shares.of(stop.call())));
      before = stop;
    }
    return steps;
  }

  /** Reading a payload is history too, but not of the case's way: it is shown small. */
  public boolean aside() {
    return stop.stage().equals("trace");
  }

  public boolean failed() {
    return stop.problem() != null;
  }
}
