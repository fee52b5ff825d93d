package city.rehearsal.simulator.core;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Formats of fields that several departments share, and their dates without separators. */
public final class Formats {
  public static final Predicate<String> TEXT =
      text -> text.equals(text.strip()) && text.chars().noneMatch(Character::isISOControl);
  public static final Predicate<String> NAME = text -> Text.flawInName(text).isEmpty();
  public static final Predicate<String> CITIZEN = number -> CitizenNumber.birth(number).isPresent();

  /** The number of an identity document other than the resident identity card. */
  public static final Predicate<String> DOCUMENT_NUMBER = matching("[0-9A-Z()]{5,20}");

  public static final Predicate<String> PHONE = matching("\\+?[0-9][0-9-]{4,18}");
  public static final Predicate<String> CENTRE = matching("\\d{11}");
  public static final Predicate<String> MONTHS = matching("\\d{1,3}");

  /** {@code 20180702}. */
  public static final Predicate<String> DAY = Formats::isDay;

  /** {@code 20180702083000}. */
  public static final Predicate<String> TIME = Formats::isTime;

  private static final DateTimeFormatter DAYS = strict("uuuuMMdd");
  private static final DateTimeFormatter TIMES = strict("uuuuMMddHHmmss");

  private Formats() {}

  public static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  public static LocalDate day(String text) {
    return LocalDate.parse(text, DAYS);
  }

  public static LocalDate dayOfTime(String text) {
    return LocalDateTime.parse(text, TIMES).toLocalDate();
  }

  /** The local time of {@code instant} as 14 digits. */
  public static String time(Instant instant) {
    return TIMES.format(BusinessClock.local(instant));
  }

  private static boolean isDay(String text) {
    try {
      return day(text).getYear() > 1900;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      return dayOfTime(text).getYear() > 1900;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
  }
}
