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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the messages that a department sends and writes the acknowledgement of each. These are the
 * steps of the route {@code transport-mllp-results}.
 */
final class MllpMessageReader {
  /** The caller has a certificate of the department and names another sender. */
  private static final String NOT_THEIRS = "HUB-5019";

  private static final String HEAD = "HubHl7Head";
  private static final String READ = "HubHl7Read";
  private static final int REMEMBERED = 256;
  private static final Logger LOG = LoggerFactory.getLogger(MllpMessageReader.class);

  private final Connector connector;
  private final Mllp mllp;
  private final Clock wall;
  private final Map<String, Boolean> recorded =
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

  /** Reads sender and charset; sets {@code Content-Type}. */
  public void read(Exchange exchange) {
    Message message = exchange.getMessage();
    message.setHeader(Exchange.CONTENT_TYPE, MessageHeader.ER7);
    MessageHeader head = MessageHeader.of(message.getBody(byte[].class));
    exchange.setProperty(HEAD, head);
    if (!mllp.allowedSenders().contains(head.station())) {
      throw Refusal.of(NOT_THEIRS, "the message is from a sender that the connector does not allow")
          .because("MSH-3 and MSH-4 are not in mllp.allowedSenders of the connector")
          .fix("ask the back-end which system sends it; add it only if it belongs to the back-end");
    }
    message.setHeader(Exchange.CONTENT_TYPE, head.contentType(connector.charset()));
    exchange.setProperty(READ, true);
  }

  /** Answers that the result is committed (AA). */
  public void accept(Exchange exchange) {
    exchange.getMessage().setBody(Hl7Ack.accepted(head(exchange), wall.instant()));
  }

  /**
   * Whether the refusal of this message is not yet recorded: a department may send a refused
   * message again as often as it likes. A failure that may pass by itself is never recorded as a
   * refusal.
   */
  public synchronized boolean isNew(Exchange exchange) {
    return mayPass(exchange) || !recorded.containsKey(digest(exchange));
  }

  private static boolean mayPass(Exchange exchange) {
    Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    return !(why instanceof HubException) || why instanceof Outage;
  }

  /** Answers with the reason of the refusal (AE or AR), which is recorded. */
  public synchronized void refuse(Exchange exchange) {
    recorded.put(digest(exchange), true);
    MessageHeader head = exchange.getProperty(HEAD, MessageHeader.class);
    exchange.getMessage().setBody(head == null ? null : refusal(exchange, head));
  }

  /** Asks the department to send the message again (AE, 206): nothing of it was kept. */
  public void askAgain(Exchange exchange) {
    MessageHeader head = exchange.getProperty(HEAD, MessageHeader.class);
    LOG.warn(
        "a message from {} could not be taken: {}",
        connector.backEnd(),
        String.valueOf(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)));
    exchange.getMessage().setBody(head == null ? null : Hl7Ack.comeAgain(head, wall.instant()));
  }

  private byte[] refusal(Exchange exchange, MessageHeader head) {
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
