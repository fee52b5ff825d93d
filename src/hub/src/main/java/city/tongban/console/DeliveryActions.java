package city.tongban.console;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Refusal;
import city.tongban.cases.Cases;
import city.tongban.delivery.Deliveries;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An operator's actions on a parked delivery. An action is refused when the delivery has changed
 * since the operator's page was loaded.
 */
@Component
class DeliveryActions {
  private final Cases cases;
  private final Deliveries deliveries;

  DeliveryActions(Cases cases, Deliveries deliveries) {
    this.cases = cases;
    this.deliveries = deliveries;
  }

  @Transactional
  void resend(DeliveryId id, String seen, ConsoleUser user, String reason) {
    unmoved(id, seen);
    deliveries.resend(id, user.trailName(), ReasonText.checked(reason));
  }

  @Transactional
  void cancel(DeliveryId id, String seen, ConsoleUser user, String reason) {
    unmoved(id, seen);
    deliveries.cancel(id, user.trailName(), ReasonText.checked(reason));
  }

  /**
   * Checks, under the case's lock, that the delivery is unchanged: of two operators who act on the
   * same page the second is refused.
   */
  private void unmoved(DeliveryId id, String seen) {
    cases.lock(id.caseNumber());
    String now =
        deliveries
            .find(id)
            .map(delivery -> delivery.changedAt().toString())
            .orElseThrow(
                () ->
                    Refusal.of("HUB-4002", "there is no delivery %s", id)
                        .fix("list the case's deliveries"));
    if (!now.equals(seen)) {
      throw Refusal.of("HUB-4003", "delivery %s has moved since this page was shown", id)
          .because("a colleague was faster, or the department answered")
          .fix("nothing was done; look at the delivery as it is now");
    }
  }
}
