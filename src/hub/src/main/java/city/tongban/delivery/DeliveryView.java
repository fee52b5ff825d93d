package city.tongban.delivery;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.StoredText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as lists and pages show it.
 *
 * @param reason why it waits, is parked or was cancelled: a message of the hub, a person's words or
 *     the sentence of an error
 * @param dueAt when its next attempt is due, wall clock; null unless it waits
 * @param doubtful the last attempt may have arrived
 */
public record DeliveryView(
    DeliveryId id,
    String backEnd,
    DeliveryKind kind,
    DeliveryState state,
    @Nullable StoredText reason,
    @Nullable String errorCode,
    int attempts,
    @Nullable Instant dueAt,
    boolean doubtful,
    @Nullable String theirNumber,
    Instant createdAt,
    Instant changedAt) {

  DeliveryView because(KeyedMessage why) {
    return new DeliveryView(
        id,
        backEnd,
        kind,
        state,
        StoredText.of(why),
        errorCode,
        attempts,
        dueAt,
        doubtful,
        theirNumber,
        createdAt,
        changedAt);
  }
}
