package city.rehearsal.simulator.department.humanresources;

import city.rehearsal.simulator.core.CitizenNumber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A resident's pension account. Its content follows from the identity number, so that a test can
 * work out the answer beforehand.
 *
 * <p>Contributions begin with the month after the 22nd birthday and end at sixty, when the pension
 * begins. The base is 5,000 yuan and the number's serial (places 15 to 17).
 */
record PensionAccount(LocalDate birth, int serial) {
  private static final int FROM_AGE = 22;
  private static final int PENSION_AGE = 60;
  private static final int SHOWN = 3;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

  static Optional<PensionAccount> of(String idNumber) {
    return CitizenNumber.birth(idNumber)
        .map(birth -> new PensionAccount(birth, Integer.parseInt(idNumber.substring(14, 17))));
  }

  /** The number of months, and the last ones in rows; empty for a person who has never paid. */
  Map<String, List<String>> contributions(LocalDate today) {
    long months = months(today);
    if (months == 0) {
      return Map.of();
    }
    YearMonth last = first().plusMonths(months - 1);
    List<String> which = new ArrayList<>();
    List<String> bases = new ArrayList<>();
    for (int back = 0; back < Math.min(SHOWN, months); back++) {
      which.add(MONTH.format(last.minusMonths(back)));
      bases.add(yuan(5000 + serial));
    }
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("AAE200", List.of(String.valueOf(months)));
    columns.put("AAE002", which);
    columns.put("AAC040", bases);
    return columns;
  }

  /** The monthly pension; empty below the age of sixty. */
  Map<String, List<String>> pension(LocalDate today) {
    LocalDate begins = birth.plusYears(PENSION_AGE);
    if (today.isBefore(begins)) {
      return Map.of();
    }
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put("AIC160", List.of(MONTH.format(YearMonth.from(begins).plusMonths(1))));
    columns.put("AIC263", List.of(yuan(3000 + serial)));
    return columns;
  }

  private YearMonth first() {
    return YearMonth.from(birth.plusYears(FROM_AGE)).plusMonths(1);
  }

  private long months(LocalDate today) {
    YearMonth end = YearMonth.from(birth.plusYears(PENSION_AGE));
    YearMonth now = YearMonth.from(today);
    return Math.max(0, ChronoUnit.MONTHS.between(first(), now.isAfter(end) ? end : now));
  }

  private static String yuan(int amount) {
    return amount + ".00";
  }
}
