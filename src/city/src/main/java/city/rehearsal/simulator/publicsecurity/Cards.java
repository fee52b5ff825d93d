package city.rehearsal.simulator.publicsecurity;

import java.util.Locale;

/**
 * The numbers of residence permits: eleven digits and a check digit. Whoever has a right number has
 * a card; the archive of those that were made is on paper.
 */
final class Cards {
  private static final long DISTRICT = 310_100_00000L;

  private Cards() {}

  static boolean exists(String number) {
    return number.charAt(11) == check(number);
  }

  /** The number of the card that is made for a file. */
  static String madeFor(long file) {
    String digits = String.format(Locale.ROOT, "%011d", DISTRICT + file % 100_000);
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
