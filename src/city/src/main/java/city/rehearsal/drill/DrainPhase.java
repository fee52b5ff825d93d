package city.rehearsal.drill;

import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** After the load: steps the clock from due time to due time until every case has its outcome. */
record DrainPhase(
    TrackedCases accounts, ClockStepper clocks, Patience patience, Consumer<String> progress) {
  private static final Duration AWAY = Duration.ofMinutes(5);

  /**
   * How long no event may arrive.
   *
   * @param quiet until work that waits for no clock counts as done
   * @param withdrawals until the drill stops waiting for withdrawals, which should arrive before
   *     the next step causes decisions
   * @param stuck until the drill gives up
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
    // a late event, such as a second outcome, must not be missed
    TimeUnit.NANOSECONDS.sleep(patience.quiet().multipliedBy(2).toNanos());
  }

  private void step(int number) throws InterruptedException {
    try {
      if (clocks.step()) {
        accounts.clockStepped();
        progress.accept("step " + number + ": business time " + clocks.now());
      }
    } catch (ServerUnreachable | Reply.Refused e) {
      waitForTheHub();
    }
  }

  /** Waits for a hub that was killed or is starting; that time does not count as silence. */
  private void waitForTheHub() throws InterruptedException {
    long end = System.nanoTime() + AWAY.toNanos();
    while (!clocks.answer()) {
      if (System.nanoTime() > end) {
        throw new ServerUnreachable(
            "the hub has not answered for " + AWAY.toMinutes() + " minutes");
      }
      look();
    }
    accounts.moved();
  }

  /** Waits until no event has arrived for this long. */
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
