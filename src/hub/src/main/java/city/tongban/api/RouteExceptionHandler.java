package city.tongban.api;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.intake.RefusedMessageException;
import city.tongban.partner.Partner;
import city.tongban.partner.ProblemDocument;
import city.tongban.partner.ProblemWriter;
import city.tongban.partner.SoapResponseWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Route step that answers an exception with a problem document or a SOAP fault and records it. */
@Component("routeExceptionHandler")
class RouteExceptionHandler {

  private final ObjectMapper json;
  private final ExceptionTranslator failures;
  private final SoapResponseWriter soap;

  RouteExceptionHandler(ObjectMapper json, ExceptionTranslator failures, SoapResponseWriter soap) {
    this.json = json;
    this.failures = failures;
    this.soap = soap;
  }

  public void handle(Exchange exchange) throws JsonProcessingException {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    ProblemDocument document = document(exchange, failure);
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, document.status());
    message.setHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    if (document.status() == 503) {
      message.setHeader(HttpHeaders.RETRY_AFTER, ProblemWriter.RETRY_AFTER_SECONDS);
    }
    message.setBody(json.writeValueAsBytes(document));
  }

  /**
   * The same answer as a SOAP fault. A fault has status 500 whatever its cause; only a request to
   * send again later has a status of its own.
   */
  public void handleSoap(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    ProblemDocument document = document(exchange, failure);
    boolean later = document.status() == HttpStatus.SERVICE_UNAVAILABLE.value();
    HttpStatus status = later ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    SoapIntakeEndpoint.answer(exchange, status, soap.fault(document));
    if (later) {
      exchange.getMessage().setHeader(HttpHeaders.RETRY_AFTER, ProblemWriter.RETRY_AFTER_SECONDS);
    }
  }

  private ProblemDocument document(Exchange exchange, Throwable failure) {
    if (failure instanceof RefusedMessageException refused) {
      return ProblemDocument.of(refused.problems(), refused.trail()); // intake has recorded it
    }
    if (failure instanceof Outage busy) {
      return ProblemDocument.of(busy.problem()); // saves disk space
    }
    Problem problem = failures.problem(failure);
    String trail = failures.keep(stop(exchange, problem, failure));
    return ProblemDocument.of(List.of(problem), trail);
  }

  private static TraceStep stop(Exchange exchange, Problem problem, Throwable failure) {
    String event = failure instanceof HubException ? "refused" : "failed";
    TraceStep.Builder stop =
        TraceStep.at(stage(exchange), event).in(payload(exchange)).problem(problem);
    Partner partner = exchange.getMessage().getHeader(IntakeEndpoint.PARTNER, Partner.class);
    return partner == null ? stop.build() : stop.with(partner.id()).build();
  }

  private static String stage(Exchange exchange) {
    return exchange.getFromRouteId().equals("result") ? "result" : "intake";
  }

  private static @Nullable Payload payload(Exchange exchange) {
    String type = exchange.getMessage().getHeader(HttpHeaders.CONTENT_TYPE, String.class);
    return exchange.getMessage().getBody() instanceof byte[] body && type != null
        ? new Payload(body, type)
        : null;
  }
}
