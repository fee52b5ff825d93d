package city.tongban.delivery.attempt;

import city.tongban.canonical.DeliveryId;
import city.tongban.delivery.DeliveryKind;
import city.tongban.mapping.MappedMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The delivery that an attempt is about, decrypted.
 *
 * @param tries how many attempts its limit has counted so far
 * @param doubtful an earlier attempt may have arrived
 * @param mapped the bytes that every attempt sends; null while nothing is mapped
 * @param canonical the case; null when the stored bytes are enough
 * @param note why the applicant withdrew; null for an application
 */
public record LoadedDelivery(
    DeliveryId id,
    String backEnd,
    DeliveryKind kind,
    String item,
    int tries,
    boolean doubtful,
    @Nullable MappedMessage mapped,
    @Nullable String canonical,
    @Nullable String note,
    String traceparent) {

  /** What a mapping and a call may quote beside the case itself. */
  public Map<String, String> parameters() {
    return Map.of(
        "delivery", id.toString(),
        "original", new DeliveryId(id.caseNumber(), 1).toString(),
        "reason", note == null ? "" : note);
  }
}
