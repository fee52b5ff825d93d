package city.tongban.transport.mllp;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.Sha256;
import city.tongban.connector.Connector;
import city.tongban.connector.Mllp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What is let in of the messages that they call us with, and what is said to each when its end is
 * committed.
 */
final class MllpMessageReader {
  /** A caller with a certificate of theirs names itself somebody else. */
  private static final String NOT_THEIRS = "HUB-5019";

  private static final String HEAD = "HubHl7Head";
  private static final String READ = "HubHl7Read";
  private static final int REMEMBERED = 256;

  private final Connector connector;
  private final Mllp mllp;
  private final Clock wall;
  private final Map<String, Boolean> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  MllpMessageReader(Connector connector, Clock wall) {
    this.connector = connector;
    this.mllp = Objects.requireNonNull(connector.mllp(), "checked when the folder was taken in");
    this.wall = wall;
  }

  /** Route step: from whom it is and in which charset; sets {@code Content-Type}. */
  public void read(Exchange exchange) {
    Message message = exchange.getMessage();
    message.setHeader(Exchange.CONTENT_TYPE, MessageHeader.ER7);
    MessageHeader head = MessageHeader.of(message.getBody(byte[].class));
    exchange.setProperty(HEAD, head);
    if (!mllp.stations().contains(head.station())) {
      throw Refusal.of(NOT_THEIRS, "the message is from a station that is not theirs")
          .because("MSH-3 and MSH-4 stand not among mllp.stations of the connector")
          .fix("ask the back-end who it is; add the station only if it is theirs");
    }
    message.setHeader(Exchange.CONTENT_TYPE, head.contentType(connector.charset()));
    exchange.setProperty(READ, true);
  }

  /** Route step: what it says is committed. */
  public void accept(Exchange exchange) {
    exchange.getMessage().setBody(Hl7Ack.accepted(head(exchange), wall.instant()));
  }

  /**
   * Whether the trail has not been told of it yet: they may send it again as often as they like.
   * What may pass by itself is never told, and is no answer to them either.
   */
  public synchronized boolean isNew(Exchange exchange) {
    return mayPass(exchange) || !told.containsKey(digest(exchange));
  }

  private static boolean mayPass(Exchange exchange) {
    Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    return !(why instanceof HubException) || why instanceof Outage;
  }

  /** Route step: why it was refused is in the trail. */
  public synchronized void refuse(Exchange exchange) {
    told.put(digest(exchange), true);
    MessageHeader head = exchange.getProperty(HEAD, MessageHeader.class);
    exchange.getMessage().setBody(head == null ? null : no(exchange, head));
  }

  private byte[] no(Exchange exchange, MessageHeader head) {
    Problem why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, HubException.class).problem();
    return exchange.getProperty(READ, false, Boolean.class)
        ? Hl7Ack.error(head, wall.instant(), why)
        : Hl7Ack.rejected(head, wall.instant(), why);
  }

  private static MessageHeader head(Exchange exchange) {
    return exchange.getProperty(HEAD, MessageHeader.class);
  }

  private static String digest(Exchange exchange) {
    return Sha256.hex(exchange.getMessage().getBody(byte[].class));
  }
}
