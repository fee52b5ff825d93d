package city.tongban.canonical;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One trip of a case to one back-end: {@code 310104-20180702-000482/1}. The back-end identifies the
 * trip by this id, so it does not change over the retries.
 *
 * @param sequence position among the case's deliveries, from 1
 */
public record DeliveryId(CaseNumber caseNumber, int sequence) {
  private static final Pattern SHAPE = Pattern.compile("(.+)/([1-9][0-9]{0,5})");

  public DeliveryId {
    if (sequence < 1) {
      throw wrong();
    }
  }

  public static DeliveryId parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw wrong();
    }
    return new DeliveryId(new CaseNumber(parts.group(1)), Integer.parseInt(parts.group(2)));
  }

  private static Refusal wrong() {
    return Refusal.of("HUB-4001", "the delivery id does not end in a sequence number")
        .because("delivery ids look like 310104-20180702-000482/1")
        .fix("send the delivery id that the hub gave, unchanged");
  }

  @Override
  public String toString() {
    return caseNumber + "/" + sequence;
  }
}
