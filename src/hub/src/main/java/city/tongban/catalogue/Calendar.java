package city.tongban.catalogue;

import city.tongban.canonical.Fault;
import city.tongban.clock.WorkingDayCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The calendar of working days.
 *
 * <p>The State Council sets holidays and make-up workdays each autumn for the next year. A year
 * that is not in the data is never treated as an ordinary year: a deadline in it is unknown.
 */
@Component
public class Calendar implements WorkingDayCalendar {
  private final Map<LocalDate, Boolean> exceptions;
  private final Set<Integer> years;

  @Autowired
  public Calendar() {
    this("data/");
  }

  /** Reads the calendar from another folder of the class path. */
  Calendar(String folder) {
    exceptions =
        ReferenceTables.read(folder + "calendar.csv", ReferenceTables.DayRow.class).stream()
            .collect(Collectors.toUnmodifiableMap(ReferenceTables.DayRow::date, Calendar::worked));
    years =
        exceptions.keySet().stream()
            .map(LocalDate::getYear)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the holidays of the day's year are in the data. */
  @Override
  public boolean knows(LocalDate day) {
    return years.contains(day.getYear());
  }

  /** Whether the day is a working day; only for a day that the calendar knows. */
  @Override
  public boolean workingDay(LocalDate day) {
    if (!knows(day)) {
      throw Fault.of("HUB-3012", "the calendar does not know the year %d", day.getYear())
          .because("its holidays are not in data/calendar.csv")
          .fix("load the year");
    }
    return exceptions.getOrDefault(day, !weekend(day));
  }

  /**
   * The day that is {@code days} working days after {@code from}; empty while its year is not
   * loaded.
   */
  public Optional<LocalDate> plusWorkingDays(LocalDate from, int days) {
    LocalDate day = from;
    int left = days;
    while (left > 0 && knows(day)) {
      day = day.plusDays(1);
      if (knows(day) && workingDay(day)) {
        left--;
      }
    }
    return left == 0 && knows(day) ? Optional.of(day) : Optional.empty();
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  }

  private static boolean worked(ReferenceTables.DayRow row) {
    return switch (row.type()) {
      case "transfer_workday" -> true;
      case "public_holiday" -> false;
      default -> throw new IllegalStateException(row.date() + " is a " + row.type());
    };
  }
}
