package city.rehearsal.drill;

import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * After the load: lets time pass, from due time to due time, until every case has come to its end.
 */
record DrainPhase(
    TrackedCases accounts, ClockStepper clocks, Patience patience, Consumer<String> progress) {
  private static final Duration AWAY = Duration.ofMinutes(5);

  /**
   * How long a silence has to be.
   *
   * @param quiet for the work that needs no clock to be taken as done
   * @param withdrawals for withdrawals to be given up, which should arrive before a step brings
   *     decisions on
   * @param stuck for all hope to be given up
   */
  record Patience(Duration quiet, Duration withdrawals, Duration stuck) {}

  void run() throws InterruptedException {
    waitForQuiet(patience.quiet());
    while (accounts.withdrawalsOpen() && quietFor().compareTo(patience.withdrawals()) < 0) {
      look();
    }
    for (int steps = 1;
        !accounts.allSettled() && quietFor().compareTo(patience.stuck()) < 0;
        steps++) {
      step(steps);
      letWork();
    }
    // what comes late, such as a second end, must not be missed
    TimeUnit.NANOSECONDS.sleep(patience.quiet().multipliedBy(2).toNanos());
  }

  private void step(int number) throws InterruptedException {
    try {
      if (clocks.step()) {
        accounts.clockStepped();
        progress.accept("step " + number + ": it is " + clocks.now());
      }
    } catch (ServerUnreachable | Reply.Refused e) {
      waitForTheHub();
    }
  }

  /** It was killed, or is just starting: nobody can be blamed for silence meanwhile. */
  private void waitForTheHub() throws InterruptedException {
    long end = System.nanoTime() + AWAY.toNanos();
    while (!clocks.answer()) {
      if (System.nanoTime() > end) {
        throw new ServerUnreachable("the hub has been away for " + AWAY.toMinutes() + " minutes");
      }
      look();
    }
    accounts.moved();
  }

  /** Until nothing has been heard for a moment, and for a moment at least. */
  private void letWork() throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(patience.quiet().toNanos());
    waitForQuiet(patience.quiet());
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
