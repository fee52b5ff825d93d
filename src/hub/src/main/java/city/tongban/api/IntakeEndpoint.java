package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Refusal;
import city.tongban.intake.IncomingMessage;
import city.tongban.intake.Intake;
import city.tongban.intake.QueryIntake;
import city.tongban.intake.Receipt;
import city.tongban.intake.WithdrawalIntake;
import city.tongban.partner.AccessPolicy;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The steps of the routes that begin at a REST endpoint: from the exchange to a service, and back.
 */
@Component("intakeEndpoint")
class IntakeEndpoint {
  /** The authenticated partner; only {@link #admit} sets it, whatever the request contained. */
  static final String PARTNER = "HubPartner";

  static final String BACK_END = "HubBackEnd";

  private final Intake intake;
  private final QueryIntake inquiries;
  private final WithdrawalIntake withdrawals;
  private final AccessPolicy access;

  IntakeEndpoint(
      Intake intake, QueryIntake inquiries, WithdrawalIntake withdrawals, AccessPolicy access) {
    this.intake = intake;
    this.inquiries = inquiries;
    this.withdrawals = withdrawals;
    this.access = access;
  }

  /**
   * Route step: sets the authenticated partner, and the body as the authentication filter read it.
   * Camel's own reading decodes text and puts U+FFFD for bytes that it cannot decode; the hub
   * decodes once, strictly, and later.
   */
  public void admit(Exchange exchange) {
    PlatformHttpMessage message = exchange.getIn(PlatformHttpMessage.class);
    Partner partner = (Partner) message.getRequest().getAttribute(ApiAuthenticationFilter.PARTNER);
    if (partner == null) {
      throw Refusal.of("HUB-1020", "the request was not authenticated");
    }
    message.setHeader(PARTNER, partner);
    message.setBody(message.getRequest().getAttribute(ApiAuthenticationFilter.BODY));
  }

  /** Route step: accepts an application and answers with its receipt. */
  public void submit(Exchange exchange) {
    Receipt receipt = intake.accept(partner(exchange), incoming(exchange));
    answer(exchange, HttpStatus.CREATED, receipt.body());
    exchange.getMessage().setHeader(HttpHeaders.LOCATION, "/api/v1/cases/" + receipt.number());
  }

  /** Route step: asks a department and answers with its findings. */
  public void ask(Exchange exchange) {
    answer(exchange, HttpStatus.OK, inquiries.accept(partner(exchange), incoming(exchange)).body());
  }

  /** Route step: requests a withdrawal and answers with the state of the case. */
  public void withdraw(Exchange exchange) {
    CaseNumber number = new CaseNumber(text(exchange, "number"));
    Receipt receipt = withdrawals.accept(partner(exchange), number, incoming(exchange));
    answer(exchange, HttpStatus.ACCEPTED, receipt.body());
  }

  /** Route step: checks that a back-end sends results for itself only. */
  public void speakFor(Exchange exchange) {
    String backEnd = text(exchange, "backEnd");
    access.speakFor(partner(exchange), backEnd);
    if (text(exchange, HttpHeaders.CONTENT_TYPE).isEmpty()) {
      throw Refusal.of("HUB-1015", "the message has no content type")
          .fix("send the header Content-Type, with the charset where it is not UTF-8");
    }
    exchange.getMessage().setHeader(BACK_END, backEnd);
  }

  /** Route step: answers that the result is committed, with the id of its delivery. */
  public void resultTaken(Exchange exchange) {
    DeliveryId id = exchange.getMessage().getBody(DeliveryId.class);
    answer(exchange, HttpStatus.OK, "{\"deliveryId\":\"" + id + "\"}");
  }

  private static void answer(Exchange exchange, HttpStatus status, String json) {
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status.value());
    message.setHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    message.setBody(json);
  }

  private static IncomingMessage incoming(Exchange exchange) {
    Message message = exchange.getMessage();
    return new IncomingMessage(
        message.getBody(byte[].class),
        message.getHeader(HttpHeaders.CONTENT_TYPE, String.class),
        message.getHeader("traceparent", String.class));
  }

  private static Partner partner(Exchange exchange) {
    return exchange.getMessage().getHeader(PARTNER, Partner.class);
  }

  private static String text(Exchange exchange, String header) {
    String text = exchange.getMessage().getHeader(header, String.class);
    return text == null ? "" : text;
  }
}
