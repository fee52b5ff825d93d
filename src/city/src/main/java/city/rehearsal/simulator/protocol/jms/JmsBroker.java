package city.rehearsal.simulator.protocol.jms;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.ReservedPort;
import city.rehearsal.simulator.protocol.broker.BrokerAccess;
import city.rehearsal.simulator.protocol.broker.BrokerClient;
import city.rehearsal.simulator.protocol.broker.EmbeddedBroker;
import city.rehearsal.simulator.protocol.broker.Queues;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.utils.CertificateUtil;

/**
 * A broker that speaks the ActiveMQ protocol over TLS. It wants a certificate of every caller and
 * knows the hub by its own; another certificate of the same authority is not enough.
 */
public final class JmsBroker implements Closeable {
  private final EmbeddedBroker broker;
  private final int port;

  /**
   * Files in PEM, and the hub.
   *
   * @param server the broker's key with its certificate
   * @param authority that has issued the callers' certificates
   * @param hub the certificate of the hub
   */
  public record Tls(Path server, Path authority, X509Certificate hub) {}

  /**
   * Starts the broker.
   *
   * @param folder where the broker keeps its messages
   */
  public JmsBroker(DepartmentContext context, Path folder, Queues queues, Tls tls)
      throws IOException {
    BrokerAccess access =
        new BrokerAccess(queues, (user, password, connection) -> isHub(tls.hub(), connection));
    PacketFaults faults = new PacketFaults(context.faults(), access, this::restart);
    broker =
        new EmbeddedBroker(
            new EmbeddedBroker.Settings(
                context.backEnd(),
                folder.resolve("broker"),
                queues,
                acceptor(folder, tls),
                List.of()),
            access,
            context.faults(),
            faults::install);
    port = broker.start();
  }

  private static Map<String, Object> acceptor(Path folder, Tls tls) {
    return Map.of(
        "port",
        new ReservedPort(folder.resolve("broker").resolve("port")).number(),
        "protocols",
        "CORE",
        "remotingThreads",
        2,
        "sslEnabled",
        true,
        "enabledProtocols",
        "TLSv1.2,TLSv1.3",
        "needClientAuth",
        true,
        "keyStoreType",
        "PEM",
        "keyStorePath",
        tls.server().toString(),
        "trustStoreType",
        "PEMCA",
        "trustStorePath",
        tls.authority().toString());
  }

  private static boolean isHub(X509Certificate hub, RemotingConnection connection) {
    X509Certificate[] shown = CertificateUtil.getCertsFromConnection(connection);
    return shown != null && Arrays.asList(shown).indexOf(hub) == 0;
  }

  private void restart() {
    try {
      broker.restart();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where callers connect. */
  public URI address() {
    return URI.create("ssl://127.0.0.1:" + port);
  }

  /** A new client for the department itself. */
  public BrokerClient client() {
    return new BrokerClient(broker);
  }

  @Override
  public void close() throws IOException {
    broker.close();
  }
}
