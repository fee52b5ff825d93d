package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.DecisionPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;

/**
 * How fast an office works: half of the filings at once, the rest some business hours later. The
 * case number decides it, so that a run can be repeated.
 */
final class Pace {
  private static final Duration OPENED_AFTER = Duration.ofMillis(100);
  private static final long AT_ONCE_MILLIS_MIN = 200;
  private static final long AT_ONCE_MILLIS_MAX = 2_000;
  private static final long LATER_SECONDS_MIN = Duration.ofHours(2).toSeconds();
  private static final long LATER_SECONDS_MAX = Duration.ofHours(24).toSeconds();

  private Pace() {}

  static DecisionPlan of(String caseNo, Decision decision, Instant wall, Instant business) {
    long dice = dice(caseNo);
    // now and then the web-hook is faster than the answer to the filing, as it is in the real city
    Instant review = dice % 16 == 0 ? wall : wall.plus(OPENED_AFTER);
    long rest = dice / 16;
    if (atOnce(caseNo)) {
      long millis = AT_ONCE_MILLIS_MIN + rest % (AT_ONCE_MILLIS_MAX - AT_ONCE_MILLIS_MIN);
      return new DecisionPlan(
          review, wall.plusMillis(millis), null, decision.status(), decision.reason());
    }
    long seconds = LATER_SECONDS_MIN + rest % (LATER_SECONDS_MAX - LATER_SECONDS_MIN);
    Instant due = business.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    return new DecisionPlan(review, null, due, decision.status(), decision.reason());
  }

  static boolean atOnce(String caseNo) {
    return dice(caseNo) / 16 % 2 == 0;
  }

  /** One result in ten rings twice. */
  static boolean ringsTwice(String resultId) {
    return dice(resultId) % 10 == 0;
  }

  private static long dice(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return Long.rotateLeft(sum.getValue() * 0x9E3779B97F4A7C15L, 32) >>> 16;
  }
}
