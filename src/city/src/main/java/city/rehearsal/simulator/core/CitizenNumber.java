package city.rehearsal.simulator.core;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The resident identity number as GB 11643-1999 writes it; old ones have fifteen places and no
 * check digit.
 */
public final class CitizenNumber {
  private static final Pattern NEW = Pattern.compile("[1-9]\\d{16}[0-9X]");
  private static final Pattern OLD = Pattern.compile("[1-9]\\d{14}");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  private CitizenNumber() {}

  /** The day of birth in a correct number; empty for a wrong number. */
  public static Optional<LocalDate> birth(String number) {
    if (NEW.matcher(number).matches() && number.charAt(17) == check(number)) {
      return day(number.substring(6, 14));
    }
    return OLD.matcher(number).matches() ? day("19" + number.substring(6, 12)) : Optional.empty();
  }

  /** ISO 7064 MOD 11-2: each place weighs twice the one to its right. */
  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum = (sum + (number.charAt(i) - '0')) * 2 % 11;
    }
    return "10X98765432".charAt(sum);
  }

  private static Optional<LocalDate> day(String digits) {
    try {
      return Optional.of(LocalDate.parse(digits, DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
