package city.tongban.transport.amqp;

import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.Asking;
import city.tongban.transport.Knock;
import city.tongban.transport.TransportCall;
import city.tongban.transport.queue.QueueInlet;
import city.tongban.transport.queue.QueueKnock;
import city.tongban.transport.queue.QueueLine;
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
    MessageListenerContainerFactory reader = AmqpReader::new;
    Map<String, Object> further = new HashMap<>(super.further(connector));
    further.put("reader", reader);
    return further;
  }

  @Override
  protected QueueLine line(Connector connector) {
    return new AmqpLine(connector, credentials);
  }

  @Override
  protected QueueInlet inlet(Connector connector, QueueLine line) {
    return new AmqpInlet(connector, line, answers(connector));
  }

  @Override
  protected void checkAddress(Connector connector) {
    AmqpLine.scheme(connector.address());
  }

  @Override
  public Knock knock(Connector connector, Asking asking, Duration limit) {
    return new QueueKnock(connector, new AmqpLine(connector, credentials, 0));
  }
}
