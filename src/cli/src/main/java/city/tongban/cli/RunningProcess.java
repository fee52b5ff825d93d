package city.tongban.cli;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that we started, as its run file describes it.
 *
 * @param program its main class: a pid is used again by others, so the command line must agree as
 *     well
 * @param startedAt when the operating system says that it began, in milliseconds
 * @param serves the hub that this process works for
 */
record RunningProcess(String program, long pid, long startedAt, URI address, URI serves) {
  /**
   * The kernel counts in ticks since a boot time that it works out anew, so it may differ by a
   * little.
   */
  private static final Duration TICKS = Duration.ofSeconds(2);

  static RunningProcess of(String program, ProcessHandle process, URI address, URI serves) {
    return new RunningProcess(
        program, process.pid(), began(process).toEpochMilli(), address, serves);
  }

  /** The process, when it still is the one that was started. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(Processes::lives).filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    Duration apart = Duration.between(Instant.ofEpochMilli(startedAt), began(process)).abs();
    // a very long command line may be hidden; then its start time alone must do
    return apart.compareTo(TICKS) <= 0
        && process.info().commandLine().map(line -> line.contains(program)).orElse(true);
  }

  static Instant began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
