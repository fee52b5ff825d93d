package city.tongban.transport;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.net.URI;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A partner's broker that forgets everything at its end, without TLS and open to all. */
public final class CoreBroker implements AutoCloseable {
  public static final String DEAD = "dead";
  public static final String REQUESTS = "DACX.QQ";
  public static final String ANSWERS = "DACX.HF.TONGBAN";

  private final ActiveMQServer server;

  /**
   * @param tries before it lays a message aside; -1 for never
   */
  public CoreBroker(Path folder, int tries) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(false).setSecurityEnabled(false).setMaxDiskUsage(-1);
    configuration.setJMXManagementEnabled(false).setCriticalAnalyzer(false);
    configuration.setResolveProtocols(false);
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.addAcceptorConfiguration("core", "tcp://127.0.0.1:0?protocols=CORE");
    configuration.addAddressSetting(
        "#",
        new AddressSettings()
            .setDeadLetterAddress(SimpleString.of(DEAD))
            .setMaxDeliveryAttempts(tries)
            .setAutoCreateAddresses(false)
            .setAutoCreateQueues(false));
    for (String name : new String[] {REQUESTS, ANSWERS, DEAD}) {
      configuration.addAddressConfiguration(
          new CoreAddressConfiguration()
              .setName(name)
              .addRoutingType(RoutingType.ANYCAST)
              .addQueueConfiguration(
                  QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST)));
    }
    server = ActiveMQServers.newActiveMQServer(configuration, false);
    server.start();
  }

  public URI address() {
    int port = ((NettyAcceptor) server.getRemotingService().getAcceptor("core")).getActualPort();
    return URI.create("tcp://127.0.0.1:" + port);
  }

  public long count(String queue) {
    return server.locateQueue(SimpleString.of(queue)).getMessageCount();
  }

  /** Makes a message. */
  public interface Writing {
    Message in(Session session) throws Exception;
  }

  public void leave(Writing writing) throws Exception {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(address().toString());
        Connection connection = factory.createConnection()) {
      Session session = connection.createSession();
      session.createProducer(session.createQueue(ANSWERS)).send(writing.in(session));
    }
  }

  public Message receive(String queue) throws Exception {
    try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(address().toString());
        Connection connection = factory.createConnection()) {
      connection.start();
      Session session = connection.createSession();
      return session.createConsumer(session.createQueue(queue)).receive(5_000);
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
