package city.tongban.api;

import city.tongban.canonical.Refusal;
import city.tongban.notice.Webhook;
import city.tongban.notice.WebhookState;
import city.tongban.notice.Webhooks;
import city.tongban.partner.AccessPolicy;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A centre's web-hook settings, and the actions of an operator for notices that do not arrive. */
@RestController
class WebHookController {
  private static final String OWN = "/api/v1/centres/{code}/web-hook";

  private final Webhooks webHooks;
  private final AccessPolicy access;

  WebHookController(Webhooks webHooks, AccessPolicy access) {
    this.webHooks = webHooks;
    this.access = access;
  }

  /** The settings that a centre sends; only the address is required. */
  record Order(@Nullable String url, @Nullable Long after, @Nullable Boolean newSecret) {}

  /** The current settings; the secret only in the answer to the request that created it. */
  record Answer(
      String centre,
      String url,
      String state,
      long taken,
      long waiting,
      int tries,
      @Nullable OffsetDateTime dueAt,
      @Nullable String reason,
      @Nullable String errorCode,
      @Nullable String keyId,
      @Nullable String secret) {

    static Answer of(Webhook hook, Webhooks.@Nullable NewSecret told) {
      return new Answer(
          hook.centre(),
          hook.url(),
          hook.state().name(),
          hook.taken(),
          hook.waiting(),
          hook.tries(),
          CityTime.orNull(hook.dueAt()),
          hook.reason(),
          hook.errorCode(),
          told == null ? null : told.keyId(),
          told == null ? null : told.secret());
    }
  }

  record Listing(List<Answer> webHooks) {}

  @GetMapping(OWN)
  Answer read(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String code) {
    access.ownWebHook(partner, code);
    return Answer.of(webHooks.read(code), null);
  }

  @PutMapping(OWN)
  Answer register(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String code,
      @RequestBody byte[] body) {
    access.ownWebHook(partner, code);
    Order order = JsonRequestReader.read(body, Order.class);
    if (order.url() == null) {
      throw Refusal.of("HUB-1004", "the address of the web-hook is missing")
          .fix("send the address of your web-hook")
          .at("/url");
    }
    boolean newSecret = order.newSecret() != null && order.newSecret();
    Webhooks.Registered registered =
        webHooks.register(code, new Webhooks.Registration(order.url(), order.after(), newSecret));
    return Answer.of(registered.webhook(), registered.secret());
  }

  @DeleteMapping(OWN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String code) {
    access.ownWebHook(partner, code);
    webHooks.remove(code);
  }

  @GetMapping("/api/v1/web-hooks")
  Listing inState(
      @RequestParam(required = false) @Nullable WebhookState state,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return new Listing(
        webHooks.inState(state, limit).stream().map(hook -> Answer.of(hook, null)).toList());
  }

  @PostMapping("/api/v1/web-hooks/{code}/resend")
  Answer resend(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String code,
      @RequestBody byte[] body) {
    webHooks.resend(code, partner.id(), JsonRequestReader.reason(body));
    return Answer.of(webHooks.read(code), null);
  }

  @PostMapping("/api/v1/web-hooks/{code}/skip")
  Answer skip(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable String code,
      @RequestBody byte[] body) {
    webHooks.skip(code, partner.id(), JsonRequestReader.reason(body));
    return Answer.of(webHooks.read(code), null);
  }
}
