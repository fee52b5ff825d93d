package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import city.tongban.query.QueryView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Reads the state of a query; its findings are returned only to the centre that asked. */
@RestController
class QueryController {
  private final CaseAccess owned;

  QueryController(CaseAccess owned) {
    this.owned = owned;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record QueryAnswer(
      String queryNumber,
      String item,
      String state,
      @Nullable String outcome,
      @Nullable String code,
      String backEnd,
      String collectingCentre,
      OffsetDateTime collectedAt,
      OffsetDateTime receivedAt) {}

  @GetMapping("/api/v1/queries/{number}")
  QueryAnswer read(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable CaseNumber number) {
    QueryView view = owned.question(partner, number);
    return new QueryAnswer(
        view.number().value(),
        view.item(),
        view.state().name(),
        view.outcome(),
        view.code(),
        view.backEnd(),
        view.collectingCentre(),
        CityTime.of(view.collectedAt()),
        CityTime.of(view.receivedAt()));
  }
}
