package city.rehearsal.simulator.protocol.broker;

import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQAddressFullException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;

/**
 * An Artemis broker in this process. It keeps its messages over restarts, creates no queue on
 * demand, and has one acceptor on a loopback port for callers.
 */
public final class EmbeddedBroker implements Closeable {
  private static final String ACCEPTOR = "callers";
  private static final int DELIVERY_ATTEMPTS = 5;
  private static final int JOURNAL_BUFFER_NANOS = 100_000;
  private static final int JOURNAL_FILE_BYTES = 2 * 1024 * 1024;
  private static final int WHOLE_DISK = -1;

  private static final AtomicInteger IN_THIS_PROCESS = new AtomicInteger(100);

  private final int inVmId = IN_THIS_PROCESS.incrementAndGet();
  private final Settings settings;
  private final BrokerAccess access;
  private final Consumer<ActiveMQServer> onStart;
  private final Faults faults;
  private volatile ActiveMQServer server;

  /**
   * What differs between two brokers.
   *
   * @param folder where the messages are kept
   * @param acceptor properties of the callers' acceptor beside its host: port, protocol, TLS
   * @param protocols beside the broker's own, which is always there
   */
  public record Settings(
      String name,
      Path folder,
      Queues queues,
      Map<String, Object> acceptor,
      List<ProtocolManagerFactory<?>> protocols) {}

  /**
   * @param onStart is given the server each time it has started
   */
  public EmbeddedBroker(
      Settings settings, BrokerAccess access, Faults faults, Consumer<ActiveMQServer> onStart) {
    this.settings = settings;
    this.access = access;
    this.faults = faults;
    this.onStart = onStart;
    this.server = newServer();
  }

  private ActiveMQServer newServer() {
    ActiveMQServer created = ActiveMQServers.newActiveMQServer(configuration(), null, access, true);
    created.registerBrokerPlugin(new QueueFullFault(settings.queues().inbound(), faults));
    settings.protocols().forEach(created::addProtocolManagerFactory);
    return created;
  }

  private Configuration configuration() {
    Path folder = settings.folder();
    Map<String, Object> acceptor = new HashMap<>(settings.acceptor());
    acceptor.put("host", "127.0.0.1");
    Configuration configuration =
        new ConfigurationImpl()
            .setName(settings.name())
            .setPersistenceEnabled(true)
            .setSecurityEnabled(true)
            .setJMXManagementEnabled(false)
            .setJournalType(JournalType.NIO)
            .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
            .setJournalFileSize(JOURNAL_FILE_BYTES)
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .setMaxDiskUsage(WHOLE_DISK)
            .setCriticalAnalyzer(false)
            .setResolveProtocols(false) // the settings name the protocols
            .setThreadPoolMaxSize(8)
            .setScheduledThreadPoolMaxSize(2)
            .setAuthenticationCacheSize(0) // a fault that refuses a caller strikes at once
            .setAuthorizationCacheSize(0)
            .addAcceptorConfiguration(
                new TransportConfiguration(
                    NettyAcceptorFactory.class.getName(), acceptor, ACCEPTOR))
            .addAcceptorConfiguration(
                new TransportConfiguration(
                    InVMAcceptorFactory.class.getName(), inVmParameters(), "department"));
    SimpleString dead = SimpleString.of(settings.queues().dead());
    configuration.addAddressSetting(
        "#",
        new AddressSettings()
            .setDeadLetterAddress(dead)
            .setExpiryAddress(dead)
            .setMaxDeliveryAttempts(DELIVERY_ATTEMPTS)
            .setAutoCreateAddresses(false)
            .setAutoCreateQueues(false));
    Queues queues = settings.queues();
    List.of(queues.inbound(), queues.outbound(), queues.dead(), queues.abandoned())
        .forEach(name -> configuration.addAddressConfiguration(queue(name)));
    return configuration;
  }

  private Map<String, Object> inVmParameters() {
    return Map.of(TransportConstants.SERVER_ID_PROP_NAME, inVmId);
  }

  /** For the department's client: no port, no credential. */
  TransportConfiguration connector() {
    return new TransportConfiguration(InVMConnectorFactory.class.getName(), inVmParameters());
  }

  private static CoreAddressConfiguration queue(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
  }

  /**
   * Starts the broker.
   *
   * @return the port of the callers' acceptor
   */
  public int start() throws IOException {
    try {
      server.start();
      onStart.accept(server);
      return ((NettyAcceptor) server.getRemotingService().getAcceptor(ACCEPTOR)).getActualPort();
    } catch (Exception e) {
      throw new IOException("the broker of " + settings.name() + " does not start", e);
    }
  }

  /** Stops and starts as after a power cut: every connection breaks, no message is lost. */
  public synchronized void restart() throws IOException {
    close();
    server = newServer();
    start();
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the broker of " + settings.name() + " does not stop", e);
    }
  }

  /** Answers as a broker whose disk is full, while the fault BUSY is on. */
  private record QueueFullFault(String queue, Faults faults)
      implements ActiveMQServerMessagePlugin {
    @Override
    public void beforeSend(
        ServerSession session,
        Transaction transaction,
        Message message,
        boolean direct,
        boolean noAutoCreateQueue)
        throws ActiveMQException {
      if (queue.equals(message.getAddress()) && faults.on(FaultKind.BUSY).isPresent()) {
        throw new ActiveMQAddressFullException("the queue is full");
      }
    }
  }
}
