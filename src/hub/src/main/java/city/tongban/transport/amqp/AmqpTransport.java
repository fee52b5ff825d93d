package city.tongban.transport.amqp;

import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.TransportCall;
import city.tongban.transport.queue.QueueConnectionCheck;
import city.tongban.transport.queue.QueueConnectionFactory;
import city.tongban.transport.queue.QueueMessageReader;
import city.tongban.transport.queue.QueueTransport;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.springframework.stereotype.Component;

/** Queues of a broker that speaks AMQP 1.0. */
@Component
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
    MessageListenerContainerFactory reader = AmqpListenerContainer::new;
    Map<String, Object> further = new HashMap<>(super.further(connector));
    further.put("reader", reader);
    return further;
  }

  @Override
  protected QueueConnectionFactory line(Connector connector) {
    return new AmqpConnectionFactory(connector, credentials);
  }

  @Override
  protected QueueMessageReader inlet(Connector connector, QueueConnectionFactory line) {
    return new AmqpMessageReader(connector, line, answers(connector));
  }

  @Override
  protected void checkAddress(Connector connector) {
    AmqpConnectionFactory.scheme(connector.address());
  }

  @Override
  public ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new QueueConnectionCheck(
        connector, new AmqpConnectionFactory(connector, credentials, 0));
  }
}
