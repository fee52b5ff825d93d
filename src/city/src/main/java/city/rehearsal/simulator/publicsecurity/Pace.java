package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.DecisionPlan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;

/**
 * How long a card takes: two to five business days. The case number decides it, so that a run can
 * be repeated.
 */
final class Pace {
  private static final Duration LOOKED_AT = Duration.ofMillis(100);
  private static final long SECONDS_MIN = Duration.ofDays(2).toSeconds();
  private static final long SECONDS_MAX = Duration.ofDays(5).toSeconds();

  private Pace() {}

  static DecisionPlan of(String caseNo, Decision decision, Instant wall, Instant business) {
    long seconds = SECONDS_MIN + dice(caseNo) % (SECONDS_MAX - SECONDS_MIN);
    Instant due = business.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    return new DecisionPlan(wall.plus(LOOKED_AT), null, due, decision.status(), decision.reason());
  }

  /** One notice in ten comes twice. */
  static boolean ringsTwice(String id) {
    return dice(id) % 10 == 0;
  }

  private static long dice(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }
}
