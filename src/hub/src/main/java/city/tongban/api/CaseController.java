package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.cases.CaseView;
import city.tongban.delivery.Deliveries;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Reads the state of a case. */
@RestController
class CaseController {
  private final CaseAccess owned;
  private final Deliveries deliveries;
  private final ResponseTexts texts;

  CaseController(CaseAccess owned, Deliveries deliveries, ResponseTexts texts) {
    this.owned = owned;
    this.deliveries = deliveries;
    this.texts = texts;
  }

  record CaseAnswer(
      String caseNumber,
      String item,
      String state,
      @Nullable String outcome,
      @Nullable String reason,
      String backEnd,
      String collectingCentre,
      String homeCentre,
      OffsetDateTime collectedAt,
      OffsetDateTime receivedAt,
      boolean lateUpload,
      String deadline,
      List<DeliveryResponse> deliveries) {}

  @GetMapping("/api/v1/cases/{number}")
  CaseAnswer read(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable CaseNumber number) {
    CaseView view = owned.read(partner, number);
    return new CaseAnswer(
        view.number().value(),
        view.item(),
        view.state().name(),
        view.outcome(),
        view.reason(),
        view.backEnd(),
        view.collectingCentre(),
        view.homeCentre(),
        CityTime.of(view.collectedAt()),
        CityTime.of(view.receivedAt()),
        view.lateUpload(),
        deadline(view.deadline()),
        deliveries.of(number).stream()
            .map(delivery -> DeliveryResponse.of(delivery, texts))
            .toList());
  }

  private static String deadline(@Nullable LocalDate day) {
    return day == null ? "PENDING CALENDAR" : day.toString();
  }
}
