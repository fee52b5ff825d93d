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
 * Messages by JMS. A message cannot be rejected there, only given back; so one that was refused is
 * given back, told once, until their broker has counted enough and moves it to its dead-letter
 * address. Where the broker has no limit it is taken off in the end.
 */
final class JmsMessageReader extends QueueMessageReader {
  private static final int GIVEN_BACK_MAX = 20;
  private static final int REMEMBERED = 1_000;

  /** Those that have come to nothing so far. */
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
   * Our own count: what failed for a reason of ours goes back uncounted ({@link
   * JmsListenerContainer}).
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

  /** Of an answer to a request: by it they say which one they mean. */
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

  /** Route step: once more, and no word about it. */
  public void giveBack(Exchange exchange) throws JMSException {
    exchange.getIn(JmsMessage.class).getJmsSession().recover();
  }

  /** A sender may leave its id out; their broker numbers all. */
  private static String id(Message message) throws JMSException {
    String id = message.getJMSMessageID();
    return id != null ? id : "#" + ((ActiveMQMessage) message).getCoreMessage().getMessageID();
  }

  private record Known(int tries, boolean refused) {
    static final Known NEW = new Known(1, false);
    static final Known REFUSED = new Known(1, true);

    /** What was refused comes again counted; else it is another message under an old number. */
    Known again(int theirCount) {
      if (refused) {
        return theirCount > 1 ? this : NEW;
      }
      return new Known(tries + 1, false);
    }
  }
}
