package city.tongban.drill;

import city.tongban.client.HubClient;
import city.tongban.client.Unreachable;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Switches the departments' faults on and off while the load runs, one at a time. */
final class Mischief implements Runnable {
  /** Every fault that a department can be told to have. */
  public static final List<String> ALL =
      List.of(
          "down",
          "silent",
          "slow",
          "lost-answer",
          "reset",
          "garbled",
          "misencoded",
          "oversized",
          "doctype",
          "duplicate-result",
          "late-result",
          "wrong-credential",
          "unknown-code",
          "locked",
          "restart",
          "other-message", // what only a protocol with acknowledgements can get wrong
          "two-answers",
          "half-answer");

  /** Those who decide cases, and those who are only asked. */
  private static final List<String> BACK_ENDS =
      Stream.concat(Books.BACK_ENDS.stream(), QuestionItems.backEnds().stream())
          .distinct()
          .toList();

  private static final double SHARE = 0.3;
  private static final int SECONDS_ON = 2;
  private static final int SECONDS_OFF = 1;

  private final HubClient simulators;
  private final List<String> faults;
  private final SplittableRandom random;

  Mischief(HubClient simulators, List<String> faults, long seed) {
    this.simulators = simulators;
    this.faults = faults;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        simulators.post("/control/faults", next()).orThrow();
        TimeUnit.SECONDS.sleep(SECONDS_ON);
        end();
        TimeUnit.SECONDS.sleep(SECONDS_OFF);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Unreachable e) {
      if (!Thread.currentThread().isInterrupted()) {
        throw e; // else the drill's end found us in the middle of a call
      }
    }
  }

  /** After this the departments behave. */
  void end() {
    simulators.delete("/control/faults").orThrow();
  }

  private Map<String, Object> next() {
    return Map.of(
        "backEnd", BACK_ENDS.get(random.nextInt(BACK_ENDS.size())),
        "fault", faults.get(random.nextInt(faults.size())),
        "share", SHARE,
        "seed", random.nextInt(1_000_000));
  }
}
