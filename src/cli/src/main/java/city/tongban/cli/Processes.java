package city.tongban.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** What the operating system knows about processes that are not our children. */
final class Processes {
  private static final Duration TO_END = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Processes() {}

  /**
   * A process that has ended stays in the table until its parent looks; in a container that may be
   * never.
   */
  static boolean lives(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Asks the process to end, and ends it when it will not. */
  static void stop(ProcessHandle process) {
    process.destroy();
    if (!waitUntil(TO_END, () -> !lives(process))) {
      process.destroyForcibly();
      waitUntil(TO_END, () -> !lives(process));
    }
  }

  /** Whether {@code done} came true in time. */
  static boolean waitUntil(Duration atMost, BooleanSupplier done) {
    Instant end = Instant.now().plus(atMost);
    while (!done.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException("interrupted while waiting for a process", e);
    }
  }
}
