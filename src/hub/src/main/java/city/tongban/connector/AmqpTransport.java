package city.tongban.connector;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.amqp.AMQPComponent;
import org.apache.camel.component.jms.MessageListenerContainerFactory;

/** Queues of a broker that speaks AMQP 1.0. */
final class AmqpTransport extends QueueTransport {
  AmqpTransport(Credentials credentials) {
    super(credentials);
  }

  @Override
  public String name() {
    return "amqp";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new AmqpCall(connector.contentType());
  }

  @Override
  public Map<String, Object> further(Connector connector) {
    MessageListenerContainerFactory reader = AmqpReader::new;
    Map<String, Object> further = new HashMap<>(super.further(connector));
    further.put("reader", reader);
    return further;
  }

  @Override
  QueueLine line(Connector connector) {
    return new AmqpLine(connector, credentials);
  }

  @Override
  QueueInlet inlet(Connector connector, QueueLine line) {
    return new AmqpInlet(connector, line, answers(connector));
  }

  @Override
  void checkAddress(Connector connector) {
    AmqpLine.scheme(connector.address());
  }

  @Override
  public Knock knock(Connector connector, Asking asking, Duration limit) {
    return new QueueKnock(connector, new AmqpLine(connector, credentials, 0));
  }

  /** What Camel's {@code amqp:} means: each endpoint has a connection that it names. */
  static AMQPComponent component() {
    return new AMQPComponent(settings());
  }
}
