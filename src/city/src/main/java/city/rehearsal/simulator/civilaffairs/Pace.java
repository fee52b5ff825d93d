package city.rehearsal.simulator.civilaffairs;

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
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * How fast the office works: every second household is on file already and needs no checking; the
 * others are checked for one to five working days. The case number decides it, so that a run can be
 * repeated.
 */
final class Pace {
  private static final long AT_ONCE_MILLIS = 600;
  private static final int DAYS_MAX = 5;
  private static final LocalTime OPEN = LocalTime.of(9, 0);
  private static final Duration OFFICE_DAY = Duration.ofHours(8);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  private Pace() {}

  static DecisionPlan of(String caseNo, Decision decision, Instant wall, Instant business) {
    CRC32 sum = new CRC32();
    sum.update(caseNo.getBytes(StandardCharsets.UTF_8));
    long dice = sum.getValue();
    if (dice % 2 == 0) {
      Instant soon = wall.plusMillis(dice / 2 % AT_ONCE_MILLIS);
      return new DecisionPlan(wall, soon, null, decision.status(), decision.reason());
    }
    Instant due = workingDay(business, 1 + (int) (dice / 2 % DAYS_MAX), dice);
    return new DecisionPlan(wall, null, due, decision.status(), decision.reason());
  }

  /** At some minute of the office day, so many working days later. */
  private static Instant workingDay(Instant from, int days, long dice) {
    OffsetDateTime day = BusinessClock.local(from);
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
    }
    return day.with(OPEN)
        .plusSeconds(dice % OFFICE_DAY.toSeconds())
        .truncatedTo(ChronoUnit.SECONDS)
        .toInstant();
  }
}
