package city.tongban.transport;

import city.tongban.connector.Connector;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one call by the transport of a connector and returns the reply, outside of any lane. */
@Component
public class TransportClient {
  private final CamelContext camel;

  TransportClient(CamelContext camel) {
    this.camel = camel;
  }

  /**
   * A request.
   *
   * @param deliveryId the id for the back-end
   * @param call what the transport does, with its placeholders filled in
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Request(String deliveryId, String call, String contentType, byte[] body) {}

  /**
   * A reply.
   *
   * @param status of HTTP; 0 where the transport has none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Reply(int status, byte[] body, @Nullable String contentType) {}

  /**
   * Calls once.
   *
   * @throws city.tongban.canonical.HubException what the failure would mean for a delivery
   */
  public Reply call(Connector connector, Request request) {
    Exchange exchange = new DefaultExchange(camel);
    write(exchange.getMessage(), connector, request);
    try (var calls = camel.createProducerTemplate()) {
      calls.send("direct:call", exchange);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (exchange.getException() != null) {
      throw FailureClassifier.classify(exchange.getException());
    }
    Message reply = exchange.getMessage();
    byte[] body = reply.getBody(byte[].class);
    return new Reply(
        reply.getHeader("HubStatus", 0, Integer.class),
        body == null ? new byte[0] : body,
        reply.getHeader(Exchange.CONTENT_TYPE, String.class));
  }

  private static void write(Message message, Connector connector, Request request) {
    message.setHeader("HubBackEnd", connector.backEnd());
    message.setHeader("HubConnectorVersion", connector.version());
    message.setHeader("HubDelivery", request.deliveryId());
    message.setHeader("HubCall", request.call());
    message.setHeader(Exchange.CONTENT_TYPE, request.contentType());
    message.setBody(request.body());
  }
}
