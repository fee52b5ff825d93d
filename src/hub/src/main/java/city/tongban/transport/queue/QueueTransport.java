package city.tongban.transport.queue;

import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.Operation;
import city.tongban.connector.RequiredKey;
import city.tongban.security.Credentials;
import city.tongban.transport.Transport;
import java.util.Map;
import org.apache.camel.component.jms.JmsConfiguration;

/**
 * Messages that are sent to a queue of the department's broker, and messages received from one,
 * whatever the protocol.
 */
public abstract class QueueTransport implements Transport {
  protected final Credentials credentials;

  protected QueueTransport(Credentials credentials) {
    this.credentials = credentials;
  }

  protected abstract QueueConnectionFactory line(Connector connector);

  /**
   * The reader of the department's messages; it has a connection of its own, because it
   * acknowledges by session.
   */
  protected abstract QueueMessageReader inlet(Connector connector, QueueConnectionFactory line);

  /** Refuses an address of another protocol. */
  protected abstract void checkAddress(Connector connector);

  @Override
  public final Object setup(Connector connector) {
    return new QueueSenderConnectionFactory(line(connector), connector.limits().concurrency());
  }

  @Override
  public Map<String, Object> further(Connector connector) {
    QueueConnectionFactory line = line(connector);
    return Map.of("line", line, "inlet", inlet(connector, line));
  }

  @Override
  public final Map<String, Object> parameters(Connector connector) {
    return Map.of("answers", answers(connector));
  }

  @Override
  public final boolean fetchesResults() {
    return true;
  }

  /**
   * False: a call returns only the broker's confirmation; the department's decision comes later, in
   * a message.
   */
  @Override
  public final boolean replies() {
    return false;
  }

  @Override
  public final void check(Connector connector) {
    answers(connector);
    checkAddress(connector);
    if (connector.batch() != null) {
      throw new IllegalArgumentException("a message carries one delivery, not a batch");
    }
    if (connector.doubt() == Doubt.ASK) {
      throw new IllegalArgumentException("a queue cannot be asked: use doubt same-id or person");
    }
  }

  /** The queue on which the department answers. */
  public static String answers(Connector connector) {
    String queue = connector.operation(Connector.RESULTS).map(Operation::call).orElse(null);
    return RequiredKey.value(queue, "operations.results.call (the queue on which they answer)");
  }

  /**
   * Settings for a department's broker. A message is acknowledged when its result is committed, or
   * moved aside then; a transaction allows only the former.
   */
  public static JmsConfiguration settings() {
    JmsConfiguration settings = new JmsConfiguration();
    settings.setTransacted(false);
    settings.setLazyCreateTransactionManager(false);
    settings.setAcknowledgementModeName("CLIENT_ACKNOWLEDGE");
    return settings;
  }
}
