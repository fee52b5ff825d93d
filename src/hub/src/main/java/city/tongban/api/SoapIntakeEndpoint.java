package city.tongban.api;

import city.tongban.canonical.Refusal;
import city.tongban.intake.IncomingMessage;
import city.tongban.intake.Intake;
import city.tongban.intake.SoapMessage;
import city.tongban.intake.SoapMessageReader;
import city.tongban.intake.WithdrawalIntake;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import city.tongban.partner.SoapResponseWriter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The steps of the route that begins at the SOAP endpoint. Each operation calls the same service as
 * its REST endpoint, and its response has the same fields.
 */
@Component("soapIntakeEndpoint")
class SoapIntakeEndpoint {
  private static final String ACTION = "SOAPAction";
  private static final String TRACE = "traceparent";

  /** The exchange property in which CXF stores the servlet request. */
  private static final String REQUEST = "HTTP.REQUEST";

  private final SoapMessageReader reader;
  private final Intake intake;
  private final WithdrawalIntake withdrawals;
  private final SoapReadOperations questions;
  private final SoapResponseWriter answers;
  private final ObjectMapper json;

  SoapIntakeEndpoint(
      SoapMessageReader reader,
      Intake intake,
      WithdrawalIntake withdrawals,
      SoapReadOperations questions,
      SoapResponseWriter answers,
      ObjectMapper json) {
    this.reader = reader;
    this.intake = intake;
    this.withdrawals = withdrawals;
    this.questions = questions;
    this.answers = answers;
    this.json = json;
  }

  /**
   * Route step: sets the partner and the body's bytes as the authentication filter read them, and
   * the three headers in use as received, not as CXF reports them.
   */
  public void admit(Exchange exchange) {
    Message message = exchange.getIn();
    HttpServletRequest request = request(message);
    if (!(request.getAttribute(ApiAuthenticationFilter.PARTNER) instanceof Partner partner)) {
      throw Refusal.of("HUB-1020", "the request was not authenticated");
    }
    message.removeHeaders("*");
    message.setHeader(IntakeEndpoint.PARTNER, partner);
    for (String header : List.of(HttpHeaders.CONTENT_TYPE, TRACE, ACTION)) {
      message.setHeader(header, request.getHeader(header));
    }
    message.setBody(request.getAttribute(ApiAuthenticationFilter.BODY));
  }

  /** Route step: calls the operation and answers. */
  public void serve(Exchange exchange) throws JsonProcessingException {
    Message message = exchange.getMessage();
    SoapMessage soap =
        reader.read(
            message.getHeader(IntakeEndpoint.PARTNER, Partner.class),
            new IncomingMessage(
                message.getBody(byte[].class),
                message.getHeader(HttpHeaders.CONTENT_TYPE, String.class),
                message.getHeader(TRACE, String.class)),
            message.getHeader(ACTION, String.class));
    answer(exchange, HttpStatus.OK, done(soap));
  }

  private byte[] done(SoapMessage soap) throws JsonProcessingException {
    return switch (soap.operation()) {
      case "submitCase" -> receipt(soap, intake.accept(soap).body());
      case "withdrawCase" -> receipt(soap, withdrawals.accept(soap).body());
      case "readCase" -> answers.of(soap.operation(), "case", questions.readCase(soap));
      case "readInbox" -> answers.of(soap.operation(), "inbox", questions.readInbox(soap));
      default -> throw new IllegalStateException("the reader knows an operation more than we do");
    };
  }

  /**
   * The text is stored with the message, so that a repeat gets the same text from either endpoint.
   */
  private byte[] receipt(SoapMessage soap, String receipt) throws JsonProcessingException {
    JsonNode content = json.readTree(receipt);
    return answers.of(soap.operation(), "receipt", content);
  }

  static void answer(Exchange exchange, HttpStatus status, byte[] envelope) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status.value());
    message.setHeader(HttpHeaders.CONTENT_TYPE, SoapResponseWriter.MEDIA_TYPE);
    message.setBody(envelope);
  }

  private static HttpServletRequest request(Message message) {
    org.apache.cxf.message.Message cxf =
        message.getHeader(CxfConstants.CAMEL_CXF_MESSAGE, org.apache.cxf.message.Message.class);
    return (HttpServletRequest)
        Objects.requireNonNull(cxf.get(REQUEST), "CXF has the request of the servlet container");
  }
}
