package city.tongban.api;

import city.tongban.bundle.Versions.Act;
import city.tongban.canonical.Refusal;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import city.tongban.replay.ReplayReport;
import city.tongban.replay.ReplayService;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Replays recorded messages through the stylesheets of a bundle that is not active yet. */
@RestController
class ReplayController {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final ReplayService replays;

  ReplayController(ReplayService replays) {
    this.replays = replays;
  }

  @PostMapping("/api/v1/connectors/{backEnd}/replay")
  ReplayReport replay(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String backEnd,
      @RequestParam(defaultValue = "7d") String since,
      @RequestParam(required = false) @Nullable String mapping,
      @RequestParam(defaultValue = "500") @Min(1) @Max(5000) int limit,
      @RequestParam(defaultValue = "false") boolean show,
      @RequestParam(required = false) @Nullable String reason,
      @RequestAttribute(ApiAuthenticationFilter.BODY) byte[] zip) {
    Act act = new Act(partner.id(), show ? JsonRequestReader.reason(reason) : "");
    return replays.replay(
        backEnd, zip, new ReplayService.Order(duration(since), mapping, limit, show), act);
  }

  private static Duration duration(String since) {
    try {
      Duration duration = DurationStyle.SIMPLE.parse(since);
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      // reported like a value that is too long
    }
    throw Refusal.of("HUB-1005", "a parameter has the wrong form")
        .because("a duration such as 7d or 12h is required, one year at most")
        .fix("send the parameter in the form that /docs shows")
        .at("?since");
  }
}
