package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Pacing;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * Every second household is on file and is decided at once; the others are checked for one to five
 * working days.
 */
public final class WorkingDays {
  private static final int DAYS_MAX = 5;
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final Duration WORKING_DAY = Duration.ofHours(8);
  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  public static final Pacing PACING =
      Pacing.later(WorkingDays::due).immediately(50, Duration.ZERO, Duration.ofMillis(600));

  private WorkingDays() {}

  private static Instant due(Instant from, long random) {
    OffsetDateTime day = BusinessClock.local(from);
    for (long left = 1 + random % DAYS_MAX; left > 0; ) {
      day = day.plusDays(1);
      left -= WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1;
    }
    return day.with(OPENS)
        .plusSeconds(random / DAYS_MAX % WORKING_DAY.toSeconds())
        .truncatedTo(ChronoUnit.SECONDS)
        .toInstant();
  }
}
