package city.tongban.transport.jms;

import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.Limits;
import city.tongban.connector.Tls;
import city.tongban.security.Credentials;
import city.tongban.security.MutualTls;
import city.tongban.security.PemSecrets;
import city.tongban.security.TlsFailures;
import city.tongban.transport.queue.QueueConnectionFactory;
import city.tongban.transport.queue.QueueFailures;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.jms.ActiveMQJMSClient;
import org.apache.activemq.artemis.api.jms.JMSFactoryType;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a broker of the ActiveMQ family by its own protocol, with certificates on both sides.
 * TLS 1.2, as for every connection of that kind ({@link MutualTls}).
 */
final class JmsConnectionFactory extends QueueConnectionFactory {
  private static final String TLS = "ssl";
  private static final Set<String> SCHEMES = Set.of("tcp", TLS);

  private static final int LOOKS = 3;

  private final Credentials credentials;
  private final PemSecrets secrets;
  private @Nullable ActiveMQConnectionFactory factory;

  JmsConnectionFactory(Connector connector, Credentials credentials, PemSecrets secrets) {
    super(connector);
    this.credentials = credentials;
    this.secrets = secrets;
  }

  /**
   * Refuses an address of another protocol, or one that requires TLS without the names of the
   * secrets.
   */
  static void check(Connector connector) {
    String scheme = String.valueOf(connector.address().getScheme());
    if (!SCHEMES.contains(scheme)) {
      throw new IllegalArgumentException("address must begin with ssl:// or tcp://");
    }
    if (scheme.equals(TLS) && connector.tls() == null) {
      throw new IllegalArgumentException("ssl:// needs a tls block: our key and their authority");
    }
  }

  /** Creates a connection; the library reads keys and certificates for each one. */
  @Override
  protected Connection made() throws JMSException {
    if (secured()) {
      secrets.identity(tls().key());
      secrets.certificates(tls().trust());
    }
    return factory().createConnection();
  }

  private synchronized ActiveMQConnectionFactory factory() {
    if (factory == null) {
      factory = newFactory();
    }
    return factory;
  }

  private ActiveMQConnectionFactory newFactory() {
    Limits limits = connector.limits();
    ActiveMQConnectionFactory made =
        ActiveMQJMSClient.createConnectionFactoryWithoutHA(
            JMSFactoryType.CF,
            new TransportConfiguration(NettyConnectorFactory.class.getName(), remote()));
    made.setInitialConnectAttempts(1);
    made.setReconnectAttempts(0); // the library would send a message in doubt again by itself
    made.setCallTimeout(limits.timeout().toMillis());
    made.setBlockOnDurableSend(true);
    made.setConsumerWindowSize(0); // one message at a time, so that other nodes get messages
    made.setDeserializationAllowList("none.at.all");
    made.getServerLocator().addIncomingInterceptor(new LargeMessageGuard(limits.answerBytes()));
    return made;
  }

  private Map<String, Object> remote() {
    URI address = connector.address();
    Map<String, Object> remote = new HashMap<>();
    remote.put(TransportConstants.HOST_PROP_NAME, address.getHost());
    remote.put(TransportConstants.PORT_PROP_NAME, address.getPort());
    remote.put(TransportConstants.NETTY_CONNECT_TIMEOUT, Math.toIntExact(knockMillis()));
    if (secured()) {
      remote.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
      remote.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, MutualTls.PROTOCOL);
      remote.put(TransportConstants.VERIFY_HOST_PROP_NAME, true);
      remote.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PEM");
      remote.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, file(tls().key()));
      remote.put(TransportConstants.TRUSTSTORE_TYPE_PROP_NAME, "PEMCA");
      remote.put(TransportConstants.TRUSTSTORE_PATH_PROP_NAME, file(tls().trust()));
    }
    return remote;
  }

  /**
   * Finds the cause with a check of our own: the library reports only that there is no connection.
   */
  @Override
  protected HubException meaning(JMSException e) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(e);
    if (chain.stream().anyMatch(JMSSecurityException.class::isInstance)) {
      return QueueFailures.credential(e);
    }
    return secured() ? looked(e, LOOKS) : unreachable(e);
  }

  /** Checks again where the server closed the connection before its reason arrived. */
  private HubException looked(JMSException e, int looks) {
    try (SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket()) {
      URI address = connector.address();
      SSLParameters asking = socket.getSSLParameters();
      asking.setEndpointIdentificationAlgorithm("HTTPS");
      asking.setProtocols(new String[] {MutualTls.PROTOCOL});
      socket.setSSLParameters(asking);
      socket.setSoTimeout(Math.toIntExact(knockMillis()));
      InetSocketAddress there = new InetSocketAddress(address.getHost(), address.getPort());
      socket.connect(there, Math.toIntExact(knockMillis()));
      socket.startHandshake();
      return unreachable(e);
    } catch (IOException found) {
      return TlsFailures.of(ExceptionUtils.getThrowableList(found))
          .orElseGet(() -> looks > 1 && closed(found) ? looked(e, looks - 1) : unreachable(e));
    }
  }

  private static boolean closed(IOException found) {
    return !(found instanceof ConnectException || found instanceof SocketTimeoutException);
  }

  private SSLContext context() {
    return MutualTls.context(secrets.identity(tls().key()), secrets.certificates(tls().trust()));
  }

  private boolean secured() {
    return TLS.equals(connector.address().getScheme());
  }

  private Tls tls() {
    return Objects.requireNonNull(connector.tls(), "checked when the folder was taken in");
  }

  private String file(String secret) {
    return credentials.file(secret).toString();
  }

  private long knockMillis() {
    return connector.limits().connectTimeout().toMillis();
  }
}
