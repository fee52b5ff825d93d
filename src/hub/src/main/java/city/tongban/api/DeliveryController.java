package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Refusal;
import city.tongban.delivery.Deliveries;
import city.tongban.delivery.DeliveryState;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists deliveries by state, and the two actions of an operator: resend and cancel. */
@RestController
class DeliveryController {
  private final Deliveries deliveries;
  private final ResponseTexts texts;

  DeliveryController(Deliveries deliveries, ResponseTexts texts) {
    this.deliveries = deliveries;
    this.texts = texts;
  }

  record Listing(List<DeliveryResponse> deliveries) {}

  @GetMapping("/api/v1/deliveries")
  Listing inState(
      @RequestParam(defaultValue = "PARKED") DeliveryState state,
      @RequestParam(required = false) @Nullable String backEnd,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return new Listing(
        deliveries.inState(state, backEnd, limit).stream()
            .map(delivery -> DeliveryResponse.of(delivery, texts))
            .toList());
  }

  @PostMapping("/api/v1/deliveries/{caseNumber}/{sequence}/resend")
  DeliveryResponse resend(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable CaseNumber caseNumber,
      @PathVariable int sequence,
      @RequestBody byte[] body) {
    DeliveryId id = new DeliveryId(caseNumber, sequence);
    deliveries.resend(id, partner.id(), JsonRequestReader.reason(body));
    return read(id);
  }

  @PostMapping("/api/v1/deliveries/{caseNumber}/{sequence}/cancel")
  DeliveryResponse cancel(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable CaseNumber caseNumber,
      @PathVariable int sequence,
      @RequestBody byte[] body) {
    DeliveryId id = new DeliveryId(caseNumber, sequence);
    deliveries.cancel(id, partner.id(), JsonRequestReader.reason(body));
    return read(id);
  }

  private DeliveryResponse read(DeliveryId id) {
    return deliveries
        .find(id)
        .map(delivery -> DeliveryResponse.of(delivery, texts))
        .orElseThrow(() -> Refusal.of("HUB-4002", "there is no delivery %s", id));
  }
}
