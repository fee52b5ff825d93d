package city.tongban.delivery.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.DeliveryId;
import city.tongban.connector.Connector;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.FailureClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultExchange;
import org.springframework.stereotype.Component;

/**
 * Asks a back-end about a delivery that cannot exist, by the route that deliveries take. Any answer
 * shows that the back-end has accepted the credential and read the message.
 */
@Component
public class InquiryCheck implements ConnectionInquiry {
  /** There is no district 000000. */
  private static final DeliveryId NO_DELIVERY = DeliveryId.parse("000000-20000101-000000/1");

  private static final int NOT_FOUND = 404;
  private static final String NO_CASE = read("nobody.case.xml");

  private final CamelContext camel;
  private final Mappings mappings;
  private final OpeningHours openingHours;

  InquiryCheck(CamelContext camel, Mappings mappings, OpeningHours openingHours) {
    this.camel = camel;
    this.mappings = mappings;
    this.openingHours = openingHours;
  }

  @Override
  public boolean aboutNobody(Connector connector) {
    if (!openingHours.open(connector)) {
      return false;
    }
    Map<String, String> parameters =
        Map.of(
            "delivery", NO_DELIVERY.toString(), "original", NO_DELIVERY.toString(), "reason", "");
    CallSpec callSpec = CallSpec.ask(connector, parameters);
    MappedMessage mapped = mappings.request(connector, callSpec.mapping(), NO_CASE, parameters);
    RawMessage answer = called(connector, callSpec, mapped);
    if (answer.status() != NOT_FOUND) { // a plain 404 is an answer too
      mappings.reply(connector, callSpec.mapping(), answer);
    }
    return true;
  }

  private RawMessage called(Connector connector, CallSpec callSpec, MappedMessage mapped) {
    Exchange exchange = new DefaultExchange(camel);
    Message message = exchange.getMessage();
    message.setHeader("HubBackEnd", connector.backEnd());
    message.setHeader("HubConnectorVersion", connector.version());
    message.setHeader("HubDelivery", NO_DELIVERY.toString());
    message.setHeader("HubCall", callSpec.call());
    message.setHeader(Exchange.CONTENT_TYPE, mapped.contentType());
    message.setBody(mapped.bytes());
    try (var calls = camel.createProducerTemplate()) {
      calls.send("direct:call", exchange);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (exchange.getException() != null) {
      throw FailureClassifier.classify(exchange.getException());
    }
    return new RawMessage(
        exchange.getMessage().getHeader("HubStatus", 0, Integer.class),
        exchange.getMessage().getBody(byte[].class),
        exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class));
  }

  private static String read(String name) {
    try (InputStream in = InquiryCheck.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
