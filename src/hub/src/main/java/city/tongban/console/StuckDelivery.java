package city.tongban.console;

import city.tongban.canonical.StoredText;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.DeliveryView;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that does not move until a person acts.
 *
 * @param reason why it does not move, as stored with the delivery
 */
record StuckDelivery(DeliveryView delivery, String code, @Nullable StoredText reason) {

  static List<StuckDelivery> in(List<DeliveryView> deliveries) {
    return deliveries.stream()
        .filter(
            delivery ->
                delivery.state() == DeliveryState.PARKED
                    || delivery.state() == DeliveryState.UNCONFIRMED)
        .map(
            delivery ->
                new StuckDelivery(
                    delivery,
                    Objects.requireNonNullElse(delivery.errorCode(), "HUB-4000"),
                    delivery.reason()))
        .toList();
  }
}
