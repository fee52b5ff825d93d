package city.tongban.delivery;

import city.tongban.canonical.DeliveryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as lists and pages show it.
 *
 * @param reason why it is where it is: {@code behind …/1}, {@code opens at …}, an error's sentence
 * @param dueAt when it will next be tried, wall clock; null when nothing is due
 * @param doubtful the last attempt may have arrived
 */
public record DeliveryView(
    DeliveryId id,
    String backEnd,
    DeliveryKind kind,
    DeliveryState state,
    @Nullable String reason,
    @Nullable String errorCode,
    int attempts,
    @Nullable Instant dueAt,
    boolean doubtful,
    @Nullable String theirNumber,
    Instant createdAt,
    Instant changedAt) {

  DeliveryView because(String why) {
    return new DeliveryView(
        id,
        backEnd,
        kind,
        state,
        why,
        errorCode,
        attempts,
        dueAt,
        doubtful,
        theirNumber,
        createdAt,
        changedAt);
  }
}
