package city.tongban.clock;

import java.time.LocalDate;

/** The working days of the offices. */
public interface WorkingDayCalendar {
  /** Whether anybody has said how that day is. Nobody has before the State Council did. */
  boolean knows(LocalDate day);

  /** Whether offices work on that day; only for a day that is known. */
  boolean workingDay(LocalDate day);
}
