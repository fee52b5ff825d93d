package city.tongban.transport.jms;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.transport.queue.QueueMessageReader;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;

/**
 * Reads messages by JMS. JMS cannot reject a message, only return it; so a refused message is
 * returned, recorded once, until the broker's limit moves it to its dead letter queue. Where the
 * broker has no limit, the hub acknowledges it in the end.
 */
final class JmsMessageReader extends QueueMessageReader {
  private static final int GIVEN_BACK_MAX = 20;
  private static final int REMEMBERED = 1_000;

  /** Messages that have not been processed so far. */
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  JmsMessageReader(Connector connector) {
    super(connector);
  }

  /**
   * The hub's own count: a message that failed for a reason of the hub is returned uncounted
   * ({@link JmsListenerContainer}).
   */
  @Override
  protected synchronized int tries(Message message) throws JMSException {
    int theirCount = message.getIntProperty(TRIES);
    Known now =
        known.compute(
            id(message), (id, before) -> before == null ? Known.NEW : before.again(theirCount));
    if (!now.refused()) {
      return now.tries();
    }
    if (theirCount > GIVEN_BACK_MAX) {
      throw Fault.of("HUB-4061", "a refused message does not leave their queue")
          .because("their broker has given it to us %d times".formatted(GIVEN_BACK_MAX))
          .fix("ask the back-end to set a limit and a dead-letter address; it was taken off now");
    }
    throw new DuplicateRefusal();
  }

  /** Sets the correlation id of an answer, which names its request. */
  @Override
  protected void envelope(Message message, org.apache.camel.Message headers) throws JMSException {
    headers.setHeader("HubCorrelation", Objects.toString(message.getJMSCorrelationID(), ""));
  }

  @Override
  protected synchronized void putAside(JmsMessage refused) throws JMSException {
    Known before = known.put(id(refused.getJmsMessage()), Known.REFUSED);
    if (before == null || !before.refused()) {
      refused.getJmsSession().recover();
    }
  }

  /** Route step: returns the message once more, without a log line. */
  public void giveBack(Exchange exchange) throws JMSException {
    exchange.getIn(JmsMessage.class).getJmsSession().recover();
  }

  /** The message's id; a sender may omit it, but the broker numbers every message. */
  private static String id(Message message) throws JMSException {
    String id = message.getJMSMessageID();
    return id != null ? id : "#" + ((ActiveMQMessage) message).getCoreMessage().getMessageID();
  }

  private record Known(int tries, boolean refused) {
    static final Known NEW = new Known(1, false);
    static final Known REFUSED = new Known(1, true);

    /**
     * A refused message comes again with a higher count; otherwise it is another message with an
     * old id.
     */
    Known again(int theirCount) {
      if (refused) {
        return theirCount > 1 ? this : NEW;
      }
      return new Known(tries + 1, false);
    }
  }
}
