package city.tongban.api;

import city.tongban.notice.InboxPage;
import city.tongban.notice.Notices;
import city.tongban.partner.AccessPolicy;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** A centre's inbox, by cursor and long poll. */
@RestController
class InboxController {
  private static final long WAIT_SECONDS_MAX = 60;

  /** The servlet container's own limit; the wait ends before it. */
  private static final long REQUEST_MILLIS_MAX =
      Duration.ofSeconds(WAIT_SECONDS_MAX + 30).toMillis();

  private final Notices notices;
  private final AccessPolicy access;

  InboxController(Notices notices, AccessPolicy access) {
    this.notices = notices;
    this.access = access;
  }

  @GetMapping("/api/v1/centres/{code}/inbox")
  DeferredResult<InboxPage> read(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String code,
      @RequestParam(defaultValue = "0") @Min(0) long after,
      @RequestParam(defaultValue = "0") @Min(0) @Max(WAIT_SECONDS_MAX) long wait,
      @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
    access.readInbox(partner, code);
    DeferredResult<InboxPage> answer = new DeferredResult<>(REQUEST_MILLIS_MAX);
    CompletableFuture<InboxPage> unused =
        notices
            .inbox(code, after, limit, Duration.ofSeconds(wait))
            .whenComplete(
                (page, failure) -> {
                  if (failure == null) {
                    answer.setResult(page);
                  } else {
                    answer.setErrorResult(failure);
                  }
                });
    return answer;
  }
}
