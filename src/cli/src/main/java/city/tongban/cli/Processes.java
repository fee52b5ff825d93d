package city.tongban.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Operations on processes that are not children of this one. */
final class Processes {
  private static final Duration TO_END = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Processes() {}

  /**
   * Whether the process runs. An ended process that its parent has not reaped (a zombie) does not
   * count; in a container it may never be reaped.
   */
  static boolean lives(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Sends SIGTERM, and SIGKILL when the process does not end in time. */
  static void stop(ProcessHandle process) {
    process.destroy();
    if (!waitUntil(TO_END, () -> !lives(process))) {
      process.destroyForcibly();
      waitUntil(TO_END, () -> !lives(process));
    }
  }

  /** Polls {@code done}; returns whether it became true in time. */
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
