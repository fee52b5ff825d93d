package city.tongban.delivery.attempt;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.DeliveryId;
import city.tongban.connector.Connector;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.TransportClient;
import city.tongban.transport.TransportClient.Reply;
import city.tongban.transport.TransportClient.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
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

  private final TransportClient transport;
  private final Mappings mappings;
  private final OpeningHours openingHours;

  InquiryCheck(TransportClient transport, Mappings mappings, OpeningHours openingHours) {
    this.transport = transport;
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
    Reply reply =
        transport.call(
            connector,
            new Request(
                NO_DELIVERY.toString(), callSpec.call(), mapped.contentType(), mapped.bytes()));
    if (reply.status() != NOT_FOUND) { // a plain 404 is an answer too
      RawMessage answer = new RawMessage(reply.status(), reply.body(), reply.contentType());
      mappings.reply(connector, callSpec.mapping(), answer);
    }
    return true;
  }

  private static String read(String name) {
    try (InputStream in = InquiryCheck.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
