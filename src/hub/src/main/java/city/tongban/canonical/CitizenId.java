package city.tongban.canonical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A resident identity number, 15 or 18 places (GB 11643-1999); its last letter is a capital X.
 *
 * <p>The first six digits are the division of the first registration. It may have been dissolved
 * long ago, so they are never checked against the current list.
 */
public record CitizenId(String value) {
  private static final Pattern SHAPE =
      Pattern.compile("[0-9]{15}|[0-9]{6}(18|19|20)[0-9]{9}[0-9X]");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  public CitizenId {
    value = value.toUpperCase(Locale.ROOT);
    if (!SHAPE.matcher(value).matches()) {
      throw wrong("it has not 15 digits, nor 17 digits and a digit or X");
    }
    birthday(value);
    if (value.length() == 18 && value.charAt(17) != check(value)) {
      throw wrong("its check character does not fit its digits (GB 11643-1999)");
    }
  }

  /** The number in normal form, and whether it was changed. */
  public static Normalised<CitizenId> of(String raw) {
    CitizenId id = new CitizenId(raw);
    return new Normalised<>(id, id.value.equals(raw) ? List.of() : List.of("X for x"));
  }

  /** The date of birth in the number; a 15-place number omits the century and means 19. */
  public LocalDate bornOn() {
    return birthday(value);
  }

  private static LocalDate birthday(String number) {
    String digits =
        number.length() == 15 ? "19" + number.substring(6, 12) : number.substring(6, 14);
    try {
      return LocalDate.of(
          Integer.parseInt(digits.substring(0, 4)),
          Integer.parseInt(digits.substring(4, 6)),
          Integer.parseInt(digits.substring(6)));
    } catch (DateTimeException e) {
      throw wrong("the birthday in it is not a day of the calendar").causedBy(e);
    }
  }

  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length());
  }

  private static Refusal wrong(String why) {
    return Refusal.of("HUB-1006", "the resident identity number is wrong")
        .because(why)
        .fix("read the number from the card again and send it unchanged");
  }

  @Override
  public String toString() {
    return value;
  }
}
