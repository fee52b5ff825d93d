package city.tongban.api;

import city.tongban.delivery.DeliveryView;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as partners and operators read it.
 *
 * @param dueAt when it will next be tried, wall clock
 */
record DeliveryResponse(
    String id,
    String backEnd,
    String kind,
    String state,
    @Nullable String reason,
    @Nullable String errorCode,
    int attempts,
    @Nullable OffsetDateTime dueAt,
    @Nullable String theirNumber) {

  static DeliveryResponse of(DeliveryView view) {
    return new DeliveryResponse(
        view.id().toString(),
        view.backEnd(),
        view.kind().name(),
        view.state().name(),
        view.reason(),
        view.errorCode(),
        view.attempts(),
        CityTime.orNull(view.dueAt()),
        view.theirNumber());
  }
}
