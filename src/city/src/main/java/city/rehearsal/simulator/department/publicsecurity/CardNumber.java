package city.rehearsal.simulator.department.publicsecurity;

import java.util.Locale;

/**
 * The number of a residence permit: eleven digits and a check digit. Every correct number counts as
 * a card that exists.
 */
final class CardNumber {
  private static final long DISTRICT = 310_100_00000L;

  private CardNumber() {}

  static boolean exists(String number) {
    return number.charAt(11) == check(number);
  }

  /** The number of the card that is made for a stored application. */
  static String madeFor(long application) {
    String digits = String.format(Locale.ROOT, "%011d", DISTRICT + application % 100_000);
    return digits + check(digits);
  }

  private static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < 11; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
