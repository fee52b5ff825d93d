package city.tongban.connector;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.component.jms.MessageListenerContainerFactory;

/** Messages that are put on a queue of a broker of theirs, and messages that they leave there. */
record AmqpTransport(Credentials credentials) implements Transport {
  @Override
  public String name() {
    return "amqp";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new AmqpCall(connector.contentType());
  }

  @Override
  public Object setup(Connector connector) {
    return new AmqpSending(line(connector), connector.limits().concurrency());
  }

  /** What reads their messages has a connection of its own: it acknowledges by session. */
  @Override
  public Map<String, Object> further(Connector connector) {
    MessageListenerContainerFactory reader = AmqpReader::new;
    return Map.of(
        "reader",
        reader,
        "line",
        line(connector),
        "inlet",
        new AmqpInlet(
            line(connector),
            answers(connector),
            connector.contentType(),
            connector.limits().answerBytes()));
  }

  @Override
  public Map<String, Object> parameters(Connector connector) {
    return Map.of("answers", answers(connector));
  }

  @Override
  public boolean fetchesResults() {
    return true;
  }

  /** Their broker's word is all that a call brings; the office speaks later, by a message. */
  @Override
  public boolean replies() {
    return false;
  }

  @Override
  public Knock knock(Connector connector, Asking asking, Duration limit) {
    return new AmqpKnock(connector, new AmqpLine(connector, credentials, 0));
  }

  @Override
  public void check(Connector connector) {
    answers(connector);
    AmqpLine.scheme(connector.address());
    if (connector.batch() != null) {
      throw new IllegalArgumentException("a message carries one delivery, not a batch");
    }
    if (connector.doubt() == Doubt.ASK) {
      throw new IllegalArgumentException("a queue cannot be asked: use doubt same-id or person");
    }
  }

  /**
   * What Camel's {@code amqp:} means: brokers of partners, each endpoint with a connection that it
   * names. A message is acknowledged when what was made of it is committed, or rejected then; a
   * transaction could do the first only.
   */
  static AMQPComponent component() {
    JmsConfiguration settings = new JmsConfiguration();
    settings.setTransacted(false);
    settings.setLazyCreateTransactionManager(false);
    settings.setAcknowledgementModeName("CLIENT_ACKNOWLEDGE");
    return new AMQPComponent(settings);
  }

  private AmqpLine line(Connector connector) {
    return new AmqpLine(connector, credentials);
  }

  /** The queue on which they answer. */
  static String answers(Connector connector) {
    String queue = connector.operation(Connector.RESULTS).map(Operation::call).orElse(null);
    return Required.value(queue, "operations.results.call (the queue on which they answer)");
  }
}
