package city.rehearsal.simulator.protocol.amqp;

import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.ReservedPort;
import city.rehearsal.simulator.protocol.broker.BrokerAccess;
import city.rehearsal.simulator.protocol.broker.BrokerClient;
import city.rehearsal.simulator.protocol.broker.EmbeddedBroker;
import city.rehearsal.simulator.protocol.broker.Queues;
import city.rehearsal.simulator.protocol.tcp.PemIdentity;
import city.rehearsal.simulator.protocol.tcp.TcpProxy;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLServerSocket;
import org.apache.activemq.artemis.core.server.ActiveMQComponent;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;

/**
 * A broker that speaks AMQP 1.0, behind a proxy that adds TLS 1.3 and is the only way in for
 * callers. Faults strike in the proxy.
 */
public final class AmqpBroker implements Closeable {
  private final EmbeddedBroker broker;
  private final TcpProxy proxy;
  private final URI address;

  /**
   * Starts the broker and the proxy.
   *
   * @param folder where the broker keeps its messages
   * @param caller {@code user:password} of the hub
   * @param identity of the proxy
   */
  public AmqpBroker(
      DepartmentContext context, Path folder, Queues queues, String caller, PemIdentity identity)
      throws IOException {
    BrokerAccess access =
        new BrokerAccess(
            queues, (user, password, connection) -> caller.equals(user + ":" + password));
    broker =
        new EmbeddedBroker(
            new EmbeddedBroker.Settings(
                context.backEnd(),
                folder.resolve("broker"),
                queues,
                Map.of("port", 0, "protocols", "AMQP"),
                List.of(new MessagesOnly())),
            access,
            context.faults(),
            server -> {});
    int port = broker.start();
    SSLServerSocket socket =
        (SSLServerSocket) identity.context().getServerSocketFactory().createServerSocket();
    socket.setEnabledProtocols(new String[] {"TLSv1.3"});
    proxy =
        new TcpProxy(
            context.backEnd() + "-proxy",
            socket,
            () -> new Socket(InetAddress.getLoopbackAddress(), port),
            connection -> new AmqpFilter(context.faults(), access));
    address =
        URI.create("amqps://" + proxy.start(new ReservedPort(folder.resolve("port")).number()));
  }

  /** Where callers connect. */
  public URI address() {
    return address;
  }

  /** A new client for the department itself. */
  public BrokerClient client() {
    return new BrokerClient(broker);
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    broker.close();
  }

  /**
   * AMQP without the services that mirror one broker to another: they need a journal of their own
   * version, and the jar for it is not there.
   */
  private static final class MessagesOnly extends ProtonProtocolManagerFactory {
    @Override
    public void loadProtocolServices(ActiveMQServer server, List<ActiveMQComponent> services) {}
  }
}
