package city.tongban.connector;

import city.tongban.clock.WorkingDayCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a back-end takes calls, in Shanghai business time. Hours may span midnight ({@code
 * 22:00-02:00}); they then belong to the day on which they began.
 *
 * @param from first moment of the day at which it is open
 * @param to first moment at which it is closed again
 * @param days on which it opens
 */
public record Hours(@Nullable LocalTime from, @Nullable LocalTime to, Days days) {
  public static final Hours ALWAYS = new Hours(null, null);
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** Offices have never been closed for longer than ten days. */
  private static final int LOOK_AHEAD = 31;

  /** The kinds of opening days. */
  public enum Days {
    EVERY,
    /** Working days; a day that the calendar does not know is not one. */
    WORKING
  }

  public Hours {
    if ((from == null) != (to == null) || (from != null && from.equals(to))) {
      throw new IllegalArgumentException("hours need a 'from' and another 'to'");
    }
  }

  public Hours(@Nullable LocalTime from, @Nullable LocalTime to) {
    this(from, to, Days.EVERY);
  }

  public boolean open(Instant business, WorkingDayCalendar calendar) {
    if (from == null || to == null) {
      return true;
    }
    ZonedDateTime now = business.atZone(SHANGHAI);
    boolean afterFrom = !now.toLocalTime().isBefore(from);
    boolean beforeTo = now.toLocalTime().isBefore(to);
    if (from.isBefore(to)) {
      return afterFrom && beforeTo && opens(now.toLocalDate(), calendar);
    }
    return (afterFrom && opens(now.toLocalDate(), calendar))
        || (beforeTo && opens(now.toLocalDate().minusDays(1), calendar));
  }

  /**
   * The next instant at which it is open: the given one, if it is open then. Empty when that is on
   * a day that the calendar does not know.
   */
  public Optional<Instant> nextOpening(Instant business, WorkingDayCalendar calendar) {
    if (from == null || open(business, calendar)) {
      return Optional.of(business);
    }
    LocalDate today = business.atZone(SHANGHAI).toLocalDate();
    for (int day = 0; day <= LOOK_AHEAD; day++) {
      LocalDate that = today.plusDays(day);
      Instant opening = that.atTime(from).atZone(SHANGHAI).toInstant();
      if (!opening.isBefore(business) && opens(that, calendar)) {
        return Optional.of(opening);
      }
      if (unknown(that, calendar)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether it is closed today only because the calendar does not know the day. */
  public boolean unknown(Instant business, WorkingDayCalendar calendar) {
    return unknown(business.atZone(SHANGHAI).toLocalDate(), calendar);
  }

  private boolean unknown(LocalDate day, WorkingDayCalendar calendar) {
    return days == Days.WORKING && !calendar.knows(day);
  }

  private boolean opens(LocalDate day, WorkingDayCalendar calendar) {
    return days == Days.EVERY || (calendar.knows(day) && calendar.workingDay(day));
  }
}
