package city.tongban.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a connection test, check by check; no case was sent for it.
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

  /** The first check that failed, if any. */
  public Optional<ProbeStep> firstFailure() {
    return steps.stream().filter(step -> step.outcome() == ProbeStep.Outcome.FAILED).findFirst();
  }

  /** Whether no check has failed. */
  public boolean passed() {
    return firstFailure().isEmpty();
  }
}
