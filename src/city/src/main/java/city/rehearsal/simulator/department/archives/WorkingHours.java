package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Pacing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A reader works on a request for twenty to forty minutes, Monday to Friday from half past eight to
 * half past four; a request that comes outside these hours waits for the next opening.
 */
final class WorkingHours {
  private static final LocalTime OPENS = LocalTime.of(8, 30);
  private static final LocalTime CLOSES = LocalTime.of(16, 30);
  private static final long SECONDS_MIN = Duration.ofMinutes(20).toSeconds();
  private static final long SECONDS_SPREAD = Duration.ofMinutes(20).toSeconds();

  static final Pacing PACING =
      Pacing.later(
          (from, random) -> after(from, Duration.ofSeconds(SECONDS_MIN + random % SECONDS_SPREAD)));

  private WorkingHours() {}

  /** The moment at which so much work is done that begins at {@code from}. */
  static Instant after(Instant from, Duration work) {
    OffsetDateTime at = atWork(BusinessClock.local(from).truncatedTo(ChronoUnit.SECONDS));
    Duration left = work;
    while (true) {
      Duration today = Duration.between(at.toLocalTime(), CLOSES);
      if (left.compareTo(today) <= 0) {
        return at.plus(left).toInstant();
      }
      left = left.minus(today);
      at = atWork(at.plusDays(1).with(OPENS));
    }
  }

  /** That moment, or the next opening. */
  private static OffsetDateTime atWork(OffsetDateTime at) {
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
