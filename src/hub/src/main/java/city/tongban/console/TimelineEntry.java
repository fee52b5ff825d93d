package city.tongban.console;

import city.tongban.trace.TraceStepView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trace step as the timeline shows it.
 *
 * @param newDay whether it is the first step of its day, so that the date is shown above it
 * @param since time since the step before it; null for the first
 * @param toldBefore whether its problem equals that of the step before it, and is not repeated
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

  /** Steps of one transaction are in its order, which their clock readings may contradict. */
  private static Duration after(TraceStepView before, TraceStepView stop) {
    Duration since = Duration.between(before.at(), stop.at());
    return since.isNegative() ? Duration.ZERO : since;
  }

  /**
   * Whether the step is shown small: reading a payload is recorded but is no progress of the case.
   */
  public boolean aside() {
    return stop.reading();
  }

  /** The text for one of its payloads. */
  public CaseDocument paper(String way) {
    return CaseDocument.of(stop, way).orElseThrow();
  }

  /** Whether intake accepted the case in this step and made its canonical form. */
  public boolean opensCase() {
    return stop.caseNumber() != null
        && stop.stage().equals("intake")
        && stop.event().equals("received");
  }

  public boolean failed() {
    return stop.problem() != null;
  }
}
