package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.DecisionPlan;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32;

/**
 * How long a reader is at a request: twenty to forty minutes, Monday to Friday from half past eight
 * to half past four; what comes outside lies until the next opening. The case number decides, so
 * that a run can be repeated.
 */
final class Pace {
  private static final LocalTime OPENS = LocalTime.of(8, 30);
  private static final LocalTime CLOSES = LocalTime.of(16, 30);
  private static final long SECONDS_MIN = Duration.ofMinutes(20).toSeconds();
  private static final long SECONDS_SPREAD = Duration.ofMinutes(20).toSeconds();

  private Pace() {}

  static DecisionPlan of(String caseNo, Decision decision, Instant wall, Instant business) {
    CRC32 sum = new CRC32();
    sum.update(caseNo.getBytes(StandardCharsets.UTF_8));
    Duration reading = Duration.ofSeconds(SECONDS_MIN + sum.getValue() % SECONDS_SPREAD);
    Instant due = after(business, reading);
    return new DecisionPlan(wall, null, due, decision.status(), decision.reason());
  }

  /** So much of their working time later. */
  static Instant after(Instant from, Duration work) {
    OffsetDateTime at = working(BusinessClock.local(from).truncatedTo(ChronoUnit.SECONDS));
    Duration left = work;
    while (true) {
      Duration today = Duration.between(at.toLocalTime(), CLOSES);
      if (left.compareTo(today) <= 0) {
        return at.plus(left).toInstant();
      }
      left = left.minus(today);
      at = working(at.plusDays(1).with(OPENS));
    }
  }

  /** That moment, or the next opening. */
  private static OffsetDateTime working(OffsetDateTime at) {
    OffsetDateTime open = at.toLocalTime().isBefore(OPENS) ? at.with(OPENS) : at;
    if (!open.toLocalTime().isBefore(CLOSES)) {
      open = open.plusDays(1).with(OPENS);
    }
    while (open.getDayOfWeek() == DayOfWeek.SATURDAY || open.getDayOfWeek() == DayOfWeek.SUNDAY) {
      open = open.plusDays(1).with(OPENS);
    }
    return open;
  }
}
