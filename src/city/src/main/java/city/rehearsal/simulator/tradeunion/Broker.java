package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.ActiveMQComponent;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;

/** A broker that speaks AMQP 1.0 and keeps its messages over restarts. */
final class Broker implements Closeable {
  static final String APPLICATIONS = "applications";
  static final String DECISIONS = "decisions";

  /** What a reader has rejected; somebody of the office looks through it. */
  static final String DEAD = "dead";

  /** What that somebody could do nothing about. */
  static final String GIVEN_UP = "given-up";

  private static final String ACCEPTOR = "amqp";
  private static final int JOURNAL_BUFFER_NANOS = 100_000;
  private static final int WHOLE_DISK = -1;

  private final ActiveMQServer server;

  Broker(Path folder, Guard guard, Faults faults) {
    Configuration configuration = configuration(folder);
    server = ActiveMQServers.newActiveMQServer(configuration, null, guard, true);
    server.addProtocolManagerFactory(new OnlyMessages());
    server.registerBrokerPlugin(new Full(faults));
  }

  private static Configuration configuration(Path folder) {
    try {
      Configuration configuration =
          new ConfigurationImpl()
              .setName("trade-union")
              .setPersistenceEnabled(true)
              .setSecurityEnabled(true)
              .setJMXManagementEnabled(false)
              .setJournalType(JournalType.NIO)
              .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
              .setJournalDirectory(folder.resolve("journal").toString())
              .setBindingsDirectory(folder.resolve("bindings").toString())
              .setLargeMessagesDirectory(folder.resolve("large").toString())
              .setPagingDirectory(folder.resolve("paging").toString())
              .setMaxDiskUsage(WHOLE_DISK)
              .setCriticalAnalyzer(false)
              .setResolveProtocols(false) // AMQP is added by hand
              .setAuthenticationCacheSize(0) // who is turned away is so at once
              .setAuthorizationCacheSize(0)
              .addAcceptorConfiguration(ACCEPTOR, "tcp://127.0.0.1:0?protocols=AMQP");
      configuration.addAddressSetting(
          "#",
          new AddressSettings()
              .setDeadLetterAddress(SimpleString.of(DEAD))
              .setExpiryAddress(SimpleString.of(DEAD))
              .setAutoCreateAddresses(false)
              .setAutoCreateQueues(false));
      List.of(APPLICATIONS, DECISIONS, DEAD, GIVEN_UP)
          .forEach(name -> configuration.addAddressConfiguration(queue(name)));
      return configuration;
    } catch (Exception e) {
      throw new IllegalStateException("the acceptor's address is written above", e);
    }
  }

  private static CoreAddressConfiguration queue(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
  }

  /** Starts it, and tells its port. */
  int open() throws IOException {
    try {
      server.start();
      return port();
    } catch (Exception e) {
      throw new IOException("the union's broker does not start", e);
    }
  }

  int port() {
    return ((NettyAcceptor) server.getRemotingService().getAcceptor(ACCEPTOR)).getActualPort();
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the union's broker does not stop", e);
    }
  }

  /**
   * AMQP without what mirrors one broker to another: that part wants a journal of its own version,
   * and there is no jar of ours.
   */
  private static final class OnlyMessages extends ProtonProtocolManagerFactory {
    @Override
    public void loadProtocolServices(ActiveMQServer server, List<ActiveMQComponent> services) {}
  }

  /** A broker that is told to be full says so, as one says whose disk is. */
  private record Full(Faults faults) implements ActiveMQServerMessagePlugin {
    @Override
    public void beforeSend(
        ServerSession session,
        Transaction transaction,
        Message message,
        boolean direct,
        boolean noAutoCreateQueue)
        throws ActiveMQException {
      if (APPLICATIONS.equals(message.getAddress()) && faults.on(FaultKind.BUSY).isPresent()) {
        throw new ActiveMQAddressFullException("the queue is full");
      }
    }
  }
}
