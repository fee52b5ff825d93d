package city.tongban.canonical;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The number on the resident's receipt: district, day, serial. Every message about the case carries
 * it.
 */
public record CaseNumber(String value) {
  private static final Pattern SHAPE = Pattern.compile("\\d{6}-\\d{8}-\\d{6}");

  public CaseNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw Refusal.of("HUB-1001", "the case number is not district-day-serial")
          .because("receipts look like 310104-20260301-000482")
          .fix("send the number printed on the receipt, unchanged");
    }
  }

  /** The number of the serial-th case collected in a district on a day. */
  public static CaseNumber of(String district, LocalDate day, long serial) {
    return new CaseNumber(
        "%s-%s-%06d".formatted(district, DateTimeFormatter.BASIC_ISO_DATE.format(day), serial));
  }

  @Override
  public String toString() {
    return value;
  }
}
