package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.ReservedPort;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** A broker that keeps its messages over restarts; its one door outside wants a certificate. */
final class Broker implements Closeable {
  static final String REQUESTS = "DACX.QQ";

  /** The queue of answers of the one institution that asks. */
  static final String ANSWERS = "DACX.HF.TONGBAN";

  /** What a reader has given back too often; somebody of the office looks through it. */
  static final String DEAD = "DACX.SX";

  /** What that somebody could do nothing about. */
  static final String GIVEN_UP = "DACX.CD";

  private static final AtomicInteger IN_THIS_PROCESS = new AtomicInteger(100);
  private static final String DOOR = "door";
  private static final int TRIES = 5;
  private static final int JOURNAL_BUFFER_NANOS = 100_000;
  private static final int JOURNAL_FILE_BYTES = 2 * 1024 * 1024;
  private static final int WHOLE_DISK = -1;

  private final Path folder;
  private final Keys keys;
  private final Guard guard;
  private final Faults faults;
  private final ReservedPort port;
  private final int officeDoor = IN_THIS_PROCESS.incrementAndGet();
  private volatile ActiveMQServer server;

  /**
   * Files in PEM.
   *
   * @param server the broker's key with its certificate
   * @param authority that has given callers their certificates
   */
  record Keys(Path server, Path authority) {}

  Broker(Path folder, Keys keys, Guard guard, Faults faults) {
    this.folder = folder;
    this.keys = keys;
    this.guard = guard;
    this.faults = faults;
    this.port = new ReservedPort(folder.resolve("port"));
    this.server = newServer();
  }

  private ActiveMQServer newServer() {
    ActiveMQServer made = ActiveMQServers.newActiveMQServer(configuration(), null, guard, true);
    made.registerBrokerPlugin(new Full(faults));
    return made;
  }

  private Configuration configuration() {
    Configuration configuration =
        new ConfigurationImpl()
            .setName("archives")
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
            .setResolveProtocols(false) // its own only
            .setThreadPoolMaxSize(8)
            .setScheduledThreadPoolMaxSize(2)
            .setAuthenticationCacheSize(0) // who is turned away is so at once
            .setAuthorizationCacheSize(0)
            .addAcceptorConfiguration(
                new TransportConfiguration(NettyAcceptorFactory.class.getName(), door(), DOOR))
            .addAcceptorConfiguration(
                new TransportConfiguration(
                    InVMAcceptorFactory.class.getName(),
                    Map.of(TransportConstants.SERVER_ID_PROP_NAME, officeDoor),
                    "office"));
    configuration.addAddressSetting(
        "#",
        new AddressSettings()
            .setDeadLetterAddress(SimpleString.of(DEAD))
            .setExpiryAddress(SimpleString.of(DEAD))
            .setMaxDeliveryAttempts(TRIES)
            .setAutoCreateAddresses(false)
            .setAutoCreateQueues(false));
    List.of(REQUESTS, ANSWERS, DEAD, GIVEN_UP)
        .forEach(name -> configuration.addAddressConfiguration(queue(name)));
    return configuration;
  }

  private Map<String, Object> door() {
    Map<String, Object> door = new HashMap<>();
    door.put("host", "127.0.0.1");
    door.put("port", port.number());
    door.put("protocols", "CORE");
    door.put("remotingThreads", 2);
    door.put("sslEnabled", true);
    door.put("enabledProtocols", "TLSv1.2,TLSv1.3");
    door.put("needClientAuth", true);
    door.put("keyStoreType", "PEM");
    door.put("keyStorePath", keys.server().toString());
    door.put("trustStoreType", "PEMCA");
    door.put("trustStorePath", keys.authority().toString());
    return door;
  }

  private static CoreAddressConfiguration queue(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfiguration(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
  }

  URI open() throws IOException {
    try {
      server.start();
      Line line = new Line(faults, guard, this::restart);
      server.getRemotingService().addIncomingInterceptor(line.inwards());
      server.getRemotingService().addOutgoingInterceptor(line.outwards());
      NettyAcceptor door = (NettyAcceptor) server.getRemotingService().getAcceptor(DOOR);
      return URI.create("ssl://127.0.0.1:" + door.getActualPort());
    } catch (Exception e) {
      throw new IOException("the archives' broker does not start", e);
    }
  }

  /** For the office, which needs no certificate: a door that nobody else sees. */
  TransportConfiguration officeDoor() {
    return new TransportConfiguration(
        InVMConnectorFactory.class.getName(),
        Map.of(TransportConstants.SERVER_ID_PROP_NAME, officeDoor));
  }

  /** As after a power cut, but with all that it has kept. */
  synchronized void restart() {
    try {
      close();
      server = newServer();
      open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the archives' broker does not stop", e);
    }
  }
}
