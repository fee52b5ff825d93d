package city.tongban.console;

import city.tongban.trace.TraceStepView;
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
record TimelineEntry(
    TraceStepView stop,
    boolean newDay,
    @Nullable Duration since,
    @Nullable CallTiming shares,
    boolean toldBefore) {

  static List<TimelineEntry> of(List<TraceStepView> stops, TimeFormat times) {
    List<TimelineEntry> steps = new ArrayList<>(stops.size());
    TraceStepView before = null;
    for (TraceStepView stop : stops) {
      boolean newDay = before == null || !times.day(before.at()).equals(times.day(stop.at()));
      Duration since = before == null ? null : after(before, stop);
      boolean told = before != null && Objects.equals(before.problem(), stop.problem());
      steps.add(new TimelineEntry(stop, newDay, since, CallTiming.of(stop.call()), told));
      before = stop;
    }
    return steps;
  }

  /** Stops of one transaction are told in its order, which their clock readings need not follow. */
  private static Duration after(TraceStepView before, TraceStepView stop) {
    Duration since = Duration.between(before.at(), stop.at());
    return since.isNegative() ? Duration.ZERO : since;
  }

  /** Reading a payload is history too, but not of the case's way: it is shown small. */
  public boolean aside() {
    return stop.reading();
  }

  /** What one of its payloads is called. */
  public CaseDocument paper(String way) {
    return CaseDocument.of(stop, way).orElseThrow();
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
