package city.rehearsal.simulator.department.providentfund;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;

/** Half past eight to five on working days, by the State Council's calendar. */
final class WorkingHours {
  private static final LocalTime OPENS = LocalTime.of(8, 30);
  private static final LocalTime CLOSES = LocalTime.of(17, 0);

  /** Holidays (false) and working weekends (true). */
  private static final Map<LocalDate, Boolean> WORKED = calendar();

  private WorkingHours() {}

  static boolean isOpen(OffsetDateTime now) {
    LocalTime time = now.toLocalTime();
    return working(now.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
  }

  private static boolean working(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return WORKED.getOrDefault(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
  }

  private static Map<LocalDate, Boolean> calendar() {
    try (InputStream in =
        WorkingHours.class.getResourceAsStream("/city/rehearsal/reference/calendar.csv")) {
      if (in == null) {
        throw new IllegalStateException("calendar.csv is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 4))
          .collect(
              Collectors.toMap(
                  cells -> LocalDate.parse(cells[0]),
                  cells -> cells[2].equals("transfer_workday")));
    } catch (IOException e) {
      throw new UncheckedIOException("calendar.csv cannot be read", e);
    }
  }
}
