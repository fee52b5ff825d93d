package city.tongban.transport.jms;

import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.security.PemSecrets;
import city.tongban.transport.ConnectionCheck;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.TransportCall;
import city.tongban.transport.queue.QueueConnectionCheck;
import city.tongban.transport.queue.QueueConnectionFactory;
import city.tongban.transport.queue.QueueMessageReader;
import city.tongban.transport.queue.QueueTransport;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.springframework.stereotype.Component;

/** Queues of a broker of the ActiveMQ family, used by JMS: a request, and later its answer. */
@Component
final class JmsTransport extends QueueTransport {
  /** The Camel component's name; {@code jms} is the component of the hub's own lanes. */
  static final String COMPONENT = "partner-jms";

  private final PemSecrets secrets;

  JmsTransport(Credentials credentials, Clock wall) {
    super(credentials);
    this.secrets = new PemSecrets(credentials, wall);
  }

  @Override
  public String name() {
    return "jms";
  }

  @Override
  public TransportCall call(Connector connector) {
    return new JmsCall();
  }

  @Override
  public Map<String, Object> further(Connector connector) {
    MessageListenerContainerFactory reader = JmsListenerContainer::new;
    Map<String, Object> further = new HashMap<>(super.further(connector));
    further.put("reader", reader);
    return further;
  }

  @Override
  protected QueueConnectionFactory line(Connector connector) {
    return new JmsConnectionFactory(connector, credentials, secrets);
  }

  /** Creates the check; its connection prefetches nothing. */
  @Override
  public ConnectionCheck knock(Connector connector, ConnectionInquiry asking, Duration limit) {
    return new QueueConnectionCheck(connector, line(connector));
  }

  @Override
  protected QueueMessageReader inlet(Connector connector, QueueConnectionFactory line) {
    return new JmsMessageReader(connector);
  }

  @Override
  protected void checkAddress(Connector connector) {
    JmsConnectionFactory.check(connector);
  }
}
