package city.tongban.cli;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that {@code ./hub} started, as its file describes it.
 *
 * @param program its main class; pids are reused, so the command line must match too
 * @param startedAt start time by the operating system, in milliseconds
 * @param serves address of the hub that this process works for
 */
record RunningProcess(String program, long pid, long startedAt, URI address, URI serves) {
  /**
   * The kernel computes the start time from ticks since boot, so two readings may differ slightly.
   */
  private static final Duration TICKS = Duration.ofSeconds(2);

  static RunningProcess of(String program, ProcessHandle process, URI address, URI serves) {
    return new RunningProcess(
        program, process.pid(), began(process).toEpochMilli(), address, serves);
  }

  /** The process, if it is still the one that was started. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(Processes::lives).filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    Duration apart = Duration.between(Instant.ofEpochMilli(startedAt), began(process)).abs();
    // the system may hide a very long command line; then only the start time is compared
    return apart.compareTo(TICKS) <= 0
        && process.info().commandLine().map(line -> line.contains(program)).orElse(true);
  }

  static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
