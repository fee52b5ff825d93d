package city.tongban.console;

import city.tongban.trace.StopView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stop as the timeline shows it.
 *
 * @param newDay the first stop of its day, which is then written above it
 * @param since how long after the stop before it; null for the first
 * @param toldBefore its problem is the one of the stop before it, and need not be told at length
 */
record Step(
    StopView stop,
    boolean newDay,
    @Nullable Duration since,
    @Nullable Shares shares,
    boolean toldBefore) {

  static List<Step> of(List<StopView> stops, Times times) {
    List<Step> steps = new ArrayList<>(stops.size());
    StopView before = null;
    for (StopView stop : stops) {
      boolean newDay = before == null || !times.day(before.at()).equals(times.day(stop.at()));
      Duration since = before == null ? null : after(before, stop);
      boolean told = before != null && Objects.equals(before.problem(), stop.problem());
      steps.add(new Step(stop, newDay, since, Shares.of(stop.call()), told));
      before = stop;
    }
    return steps;
  }

  /** Stops of one transaction are told in its order, which their clock readings need not follow. */
  private static Duration after(StopView before, StopView stop) {
    Duration since = Duration.between(before.at(), stop.at());
    return since.isNegative() ? Duration.ZERO : since;
  }

  /** Reading a payload is history too, but not of the case's way: it is shown small. */
  public boolean aside() {
    return stop.reading();
  }

  /** What one of its payloads is called. */
  public Paper paper(String way) {
    return Paper.of(stop, way).orElseThrow();
  }

  /** Where intake took the case in, and made the canonical form of it. */
  public boolean opensCase() {
    return stop.caseNumber() != null
        && stop.stage().equals("intake")
        && stop.event().equals("received");
  }

  public boolean failed() {
    return stop.problem() != null;
  }
}
