package city.tongban.transport.jms;

import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.security.PemSecrets;
import city.tongban.transport.Asking;
import city.tongban.transport.Knock;
import city.tongban.transport.TransportCall;
import city.tongban.transport.queue.QueueInlet;
import city.tongban.transport.queue.QueueKnock;
import city.tongban.transport.queue.QueueLine;
import city.tongban.transport.queue.QueueTransport;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.springframework.stereotype.Component;

/** Queues of a broker of the ActiveMQ kind, spoken to by JMS: a request, and later its answer. */
@Component
final class JmsTransport extends QueueTransport {
  /** What Camel calls it; {@code jms} are our own lanes. */
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
    MessageListenerContainerFactory reader = JmsReader::new;
    Map<String, Object> further = new HashMap<>(super.further(connector));
    further.put("reader", reader);
    return further;
  }

  @Override
  protected QueueLine line(Connector connector) {
    return new JmsLine(connector, credentials, secrets);
  }

  /** A consumer of this line fetches nothing before it is asked to. */
  @Override
  public Knock knock(Connector connector, Asking asking, Duration limit) {
    return new QueueKnock(connector, line(connector));
  }

  @Override
  protected QueueInlet inlet(Connector connector, QueueLine line) {
    return new JmsInlet(connector);
  }

  @Override
  protected void checkAddress(Connector connector) {
    JmsLine.check(connector);
  }
}
