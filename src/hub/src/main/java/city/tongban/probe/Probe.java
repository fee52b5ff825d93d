package city.tongban.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far we get on the way to a back-end, check by check; no case was sent to find it out.
 *
 * @param target host and port, and nothing else of the address
 */
public record Probe(
    String backEnd,
    String version,
    String transport,
    String target,
    Instant at,
    List<ProbeStep> steps) {
  public Probe {
    steps = List.copyOf(steps);
  }

  /** What stands in the way, if anything does. */
  public Optional<ProbeStep> firstFailure() {
    return steps.stream().filter(step -> step.outcome() == ProbeStep.Outcome.FAILED).findFirst();
  }

  /** Whether nothing that could be looked at has failed. */
  public boolean passed() {
    return firstFailure().isEmpty();
  }
}
