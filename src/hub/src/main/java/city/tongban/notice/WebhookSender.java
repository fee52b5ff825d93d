package city.tongban.notice;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.clock.BusinessClock;
import city.tongban.notice.WebhookBulkhead.Permit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends one notice to its webhook, signed, once. */
@Component
class WebhookSender {
  private static final String TRACE = "traceparent";

  private final WebhookSecrets secrets;
  private final WebhookSigner signer;
  private final Cases cases;
  private final WebhookUrlPolicy urlPolicy;
  private final WebhookHttpClient client;
  private final PushProperties limits;
  private final BusinessClock clock;
  private final ObjectMapper json;

  WebhookSender(
      WebhookSecrets secrets,
      WebhookSigner signer,
      Cases cases,
      WebhookUrlPolicy urlPolicy,
      WebhookHttpClient client,
      PushProperties limits,
      BusinessClock clock,
      ObjectMapper json) {
    this.secrets = secrets;
    this.signer = signer;
    this.cases = cases;
    this.urlPolicy = urlPolicy;
    this.client = client;
    this.limits = limits;
    this.clock = clock;
    this.json = json;
  }

  PushAttempt send(PushLease lease, Notice notice, Permit permit) {
    String trace = trace(notice);
    byte[] event = write(CloudEvent.of(lease.receiver(), notice, trace));
    Instant out = clock.wall();
    try (PushTimeout timeout = new PushTimeout(limits, permit::moveToProbes)) {
      PushResponse response = null;
      Problem problem;
      try {
        URI url = urlPolicy.accept(lease.url());
        response = client.send(url, headers(lease, notice, event, out, trace), event, timeout);
        problem = response.accepted() ? null : PushFailures.of(response.status());
      } catch (IOException | HttpException | HubException e) {
        problem = PushFailures.of(e, timeout.wasAborted());
      }
      Instant back = response == null ? null : clock.wall();
      return new PushAttempt(
          notice,
          new Payload(event, CloudEvent.CONTENT_TYPE),
          response,
          new Call(out, out, back, back),
          problem,
          timeout.wasSlow());
    }
  }

  /** The time stamp is that of this push, so that a late one is not taken for a replay. */
  private Map<String, String> headers(
      PushLease lease, Notice notice, byte[] event, Instant now, @Nullable String trace) {
    Map<String, String> headers = new HashMap<>();
    headers.put(WebhookSigner.ID, notice.id());
    headers.put(WebhookSigner.TIMESTAMP, WebhookSigner.timestamp(now));
    headers.put(
        WebhookSigner.SIGNATURE,
        signer.sign(notice.id(), now, event, secrets.of(lease.receiver(), now)));
    if (trace != null) {
      headers.put(TRACE, trace);
    }
    return headers;
  }

  private @Nullable String trace(Notice notice) {
    return cases.find(new CaseNumber(notice.caseNumber())).map(CaseView::traceparent).orElse(null);
  }

  private byte[] write(CloudEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
