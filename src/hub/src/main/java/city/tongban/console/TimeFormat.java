package city.tongban.console;

import city.tongban.clock.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Formats times and spans for the pages, in the city's time zone. Methods are public because
 * templates call them.
 */
final class TimeFormat {
  private static final DateTimeFormatter DAY = in("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTE = in("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND = in("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter CLOCK = in("HH:mm:ss.SSS");

  public String day(Instant instant) {
    return DAY.format(instant);
  }

  public String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  public String second(Instant instant) {
    return SECOND.format(instant);
  }

  public String clock(Instant instant) {
    return CLOCK.format(instant);
  }

  /** A short form in a suitable unit. */
  public String span(@Nullable Duration span) {
    if (span == null) {
      return "–";
    }
    long millis = span.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (span.toMinutes() < 1) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
    if (span.toHours() < 1) {
      return span.toMinutes() + " min " + span.toSecondsPart() + " s";
    }
    return span.toDays() < 1
        ? span.toHours() + " h " + span.toMinutesPart() + " min"
        : span.toDays() + " d " + span.toHoursPart() + " h";
  }

  private static DateTimeFormatter in(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(BusinessClock.ZONE);
  }
}
