package city.tongban.query;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.connector.Connector;
import city.tongban.mapping.RawMessage;
import city.tongban.transport.FailureClassifier;
import city.tongban.transport.TransportCall;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One call to a department, through the same transport that carries its deliveries. */
@Component
class QueryClient {
  private static final String ROUTE = "direct:query";

  private final ProducerTemplate camel;
  private final Clock wall;

  QueryClient(ProducerTemplate camel, Clock wall) {
    this.camel = camel;
    this.wall = wall;
  }

  /**
   * The outcome of a call.
   *
   * @param wire the department's reply; null when the call failed
   * @param evidence the reply of a failed call, if there was one, for the trace
   */
  record Reply(
      @Nullable RawMessage wire,
      @Nullable HubException failure,
      @Nullable Payload evidence,
      Call call) {}

  Reply make(PreparedQuery question) {
    return send(message -> ready(message, question));
  }

  /** A call of the hub's own that belongs to no query: the call itself has all parameters. */
  Reply make(Connector connector, String id, String call) {
    return send(
        message -> {
          message.setHeader("HubBackEnd", connector.backEnd());
          message.setHeader("HubConnectorVersion", connector.version());
          message.setHeader("HubDelivery", id);
          message.setHeader("HubCall", call);
          message.setHeader(Exchange.CONTENT_TYPE, connector.contentType());
          message.setBody(new byte[0]);
        });
  }

  private Reply send(Consumer<Message> words) {
    Instant out = wall.instant();
    Exchange done =
        camel.send(ROUTE, ExchangePattern.InOut, exchange -> words.accept(exchange.getMessage()));
    Instant in = wall.instant();
    Throwable thrown = done.getException();
    boolean answered = done.getProperty(TransportCall.ANSWERED) != null;
    RawMessage wire = thrown == null || answered ? wire(done.getMessage()) : null;
    return new Reply(
        thrown == null ? wire : null,
        thrown == null ? null : FailureClassifier.classify(thrown),
        wire == null ? null : payload(wire),
        new Call(out, out, answered || thrown == null ? in : null, in));
  }

  private static void ready(Message message, PreparedQuery question) {
    message.setHeader("HubBackEnd", question.backEnd());
    message.setHeader("HubConnectorVersion", question.connector().version());
    message.setHeader("HubDelivery", id(question).toString());
    message.setHeader("HubCall", question.service().call());
    message.setHeader("traceparent", question.file().envelope().traceparent());
    message.setHeader(Exchange.CONTENT_TYPE, question.mapped().contentType());
    message.setBody(question.mapped().bytes());
  }

  /** The id by which a back-end knows the query; stylesheets get it as {@code delivery}. */
  static DeliveryId id(PreparedQuery question) {
    return new DeliveryId(question.number(), 1);
  }

  private static RawMessage wire(Message message) {
    Integer status = message.getHeader("HubStatus", Integer.class);
    byte[] body = message.getBody(byte[].class);
    String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
    return new RawMessage(status == null ? 0 : status, body == null ? new byte[0] : body, type);
  }

  private static Payload payload(RawMessage wire) {
    String type = wire.contentType();
    return new Payload(wire.bytes(), type == null ? "application/octet-stream" : type);
  }
}
