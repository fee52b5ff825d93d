package city.tongban.transport;

import java.net.URI;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQComponent;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;

/** A partner's broker that forgets everything at its end, without TLS and open to all. */
public final class TestBroker implements AutoCloseable {
  public static final String DEAD = "dead";

  private final ActiveMQServer server;

  public TestBroker() throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setPersistenceEnabled(false).setSecurityEnabled(false).setMaxDiskUsage(-1);
    configuration.setJMXManagementEnabled(false).setCriticalAnalyzer(false);
    configuration.setResolveProtocols(false);
    configuration.addAcceptorConfiguration("amqp", "tcp://127.0.0.1:0?protocols=AMQP");
    configuration.addAddressSetting(
        "#", new AddressSettings().setDeadLetterAddress(SimpleString.of(DEAD)));
    for (String name : new String[] {"applications", "decisions", DEAD}) {
      configuration.addAddressConfiguration(
          new CoreAddressConfiguration()
              .setName(name)
              .addRoutingType(RoutingType.ANYCAST)
              .addQueueConfiguration(
                  QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST)));
    }
    server = ActiveMQServers.newActiveMQServer(configuration, false);
    server.addProtocolManagerFactory(
        new ProtonProtocolManagerFactory() {
          @Override
          public void loadProtocolServices(
              ActiveMQServer server, java.util.List<ActiveMQComponent> services) {
            // no mirroring: its part of the jar is not of the server's version
          }
        });
    server.start();
  }

  public URI address() {
    int port = ((NettyAcceptor) server.getRemotingService().getAcceptor("amqp")).getActualPort();
    return URI.create("amqp://127.0.0.1:" + port);
  }

  public long count(String queue) {
    return server.locateQueue(SimpleString.of(queue)).getMessageCount();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
