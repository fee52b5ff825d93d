package city.tongban.canonical;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Reads times in received messages: each must have an offset, because it cannot be derived later.
 */
public final class Instants {
  private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-][0-9]{2}:[0-9]{2})");
  private static final int LENGTH_MAX = 35; // nanoseconds and an offset

  private Instants() {}

  /** Reads ISO 8601 with date, time and offset, such as {@code 2018-07-02T08:41:10+08:00}. */
  public static OffsetDateTime parse(String text) {
    if (text.length() > LENGTH_MAX) {
      throw wrong("it is too long for one");
    }
    if (!OFFSET.matcher(text).matches()) {
      throw wrong("it does not end in an offset");
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
      if (time.getYear() < 1900 || time.getYear() > 9999) {
        throw wrong("its year is out of this world");
      }
      return time;
    } catch (DateTimeParseException e) {
      // not kept as the cause: its message repeats the text
      throw wrong("it is not a date and time of ISO 8601");
    }
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-1008", "the time is not a time with an offset")
        .because(why)
        .fix("send it like 2018-07-02T08:41:10+08:00");
  }
}
