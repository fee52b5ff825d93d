package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.DecisionPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;

/**
 * How fast the union's office works: two of three applications at once, the others some business
 * hours later. The case number decides it, so that a run can be repeated.
 */
final class Pace {
  private static final long AT_ONCE_MILLIS = 600;
  private static final long LATER_SECONDS_MIN = Duration.ofHours(1).toSeconds();
  private static final long LATER_SECONDS_MAX = Duration.ofHours(12).toSeconds();

  private Pace() {}

  static DecisionPlan of(String caseNo, Decision decision, Instant wall, Instant business) {
    CRC32 sum = new CRC32();
    sum.update(caseNo.getBytes(StandardCharsets.UTF_8));
    long dice = sum.getValue();
    if (dice % 3 != 0) {
      Instant soon = wall.plusMillis(dice / 3 % AT_ONCE_MILLIS);
      return new DecisionPlan(wall, soon, null, decision.status(), decision.reason());
    }
    long seconds = LATER_SECONDS_MIN + dice / 3 % (LATER_SECONDS_MAX - LATER_SECONDS_MIN);
    Instant due = business.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    return new DecisionPlan(wall, null, due, decision.status(), decision.reason());
  }
}
