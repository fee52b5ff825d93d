package city.tongban.canonical;

/**
 * One trip of a case to one back-end: {@code 310104-20180702-000482/1}. It is the id that a
 * back-end knows the trip by, so it never changes over the retries.
 *
 * @param sequence position among the case's deliveries, from 1
 */
public record DeliveryId(CaseNumber caseNumber, int sequence) {

  public static DeliveryId parse(String text) {
    int slash = text.lastIndexOf('/');
    try {
      return new DeliveryId(
          new CaseNumber(text.substring(0, Math.max(slash, 0))),
          Integer.parseInt(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw Refusal.of("HUB-4001", "the delivery id does not end in a sequence number")
          .because("delivery ids look like 310104-20180702-000482/1")
          .fix("send the delivery id that the hub gave, unchanged")
          .causedBy(e);
    }
  }

  @Override
  public String toString() {
    return caseNumber + "/" + sequence;
  }
}
