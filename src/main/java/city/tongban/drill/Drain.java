package city.tongban.drill;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * After the load: lets time pass, from due time to due time, until every case has come to its end.
 */
record Drain(Accounts accounts, Clocks clocks, Duration stuck, Consumer<String> progress) {
  /** Silence after which the work that needs no clock is taken to be done. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** Withdrawals should arrive before the decisions that a step brings on. */
  private static final Duration FOR_WITHDRAWALS = Duration.ofSeconds(15);

  void run() throws InterruptedException {
    waitForQuiet(QUIET);
    while (accounts.withdrawalsOpen() && quietFor().compareTo(FOR_WITHDRAWALS) < 0) {
      look();
    }
    for (int steps = 1; !accounts.allSettled() && quietFor().compareTo(stuck) < 0; steps++) {
      if (clocks.step()) {
        accounts.clockStepped();
        progress.accept("step " + steps + ": it is " + clocks.now());
      }
      letWork();
    }
    // what comes late, such as a second end, must not be missed
    TimeUnit.NANOSECONDS.sleep(QUIET.multipliedBy(2).toNanos());
  }

  /** Until nothing has been heard for a moment, and for a moment at least. */
  private void letWork() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
    waitForQuiet(QUIET);
  }

  private void waitForQuiet(Duration length) throws InterruptedException {
    while (quietFor().compareTo(length) < 0 && !accounts.allSettled()) {
      look();
    }
  }

  private Duration quietFor() {
    return Duration.ofNanos(accounts.nanosSinceMove());
  }

  private static void look() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(50);
  }
}
