package city.tongban.transport.amqp;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.Connector;
import city.tongban.connector.Limits;
import city.tongban.security.Credentials;
import city.tongban.security.PinnedCertificate;
import city.tongban.transport.queue.QueueConnectionFactory;
import city.tongban.transport.queue.QueueFailures;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.qpid.jms.JmsConnectionFactory;

/** Connects to an AMQP 1.0 broker with user and password. */
final class AmqpConnectionFactory extends QueueConnectionFactory {
  /** The broker shows an unknown certificate. */
  static final String OTHER_BROKER = "HUB-4040";

  /** A broken peer does not answer a close. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final String TLS = "amqps";
  private static final Set<String> SCHEMES = Set.of("amqp", TLS);

  private final Credentials credentials;
  private final int fetched;

  /** Fetches one message at a time, so that other nodes get messages and memory is bounded. */
  AmqpConnectionFactory(Connector connector, Credentials credentials) {
    this(connector, credentials, 1);
  }

  /**
   * Creates a factory.
   *
   * @param fetched number of messages to prefetch
   */
  AmqpConnectionFactory(Connector connector, Credentials credentials, int fetched) {
    super(connector);
    this.credentials = credentials;
    this.fetched = fetched;
  }

  static String scheme(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if (!SCHEMES.contains(scheme)) {
      throw new IllegalArgumentException("address must begin with amqps:// or amqp://");
    }
    return scheme;
  }

  @Override
  protected Connection made() throws JMSException {
    String secret = credentials.secret(connector.credential());
    int colon = secret.indexOf(':');
    if (colon < 1) {
      throw Fault.of("HUB-8007", "credential '%s' has the wrong form", connector.credential())
          .because("a broker wants user:password")
          .fix("write it so into the file below hub.secrets");
    }
    return factory().createConnection(secret.substring(0, colon), secret.substring(colon + 1));
  }

  private JmsConnectionFactory factory() {
    URI address = connector.address();
    Limits limits = connector.limits();
    JmsConnectionFactory factory = new JmsConnectionFactory(remote(address, limits));
    factory.setConnectTimeout(limits.connectTimeout().toMillis());
    factory.setRequestTimeout(limits.timeout().toMillis());
    factory.setSendTimeout(limits.timeout().toMillis());
    factory.setCloseTimeout(FAREWELL.toMillis());
    factory.setMessageIDPolicy(AmqpMessageIdPolicy.OURS);
    factory.setDeserializationPolicy(NoObjectMessages.POLICY);
    if (scheme(address).equals(TLS)) {
      factory.setSslContext(PinnedCertificate.context(credentials, connector.credential()));
    }
    return factory;
  }

  private String remote(URI address, Limits limits) {
    String options =
        "?jms.prefetchPolicy.all="
            + fetched
            + "&amqp.saslMechanisms=PLAIN&transport.connectTimeout="
            + limits.connectTimeout().toMillis();
    String host = scheme(address) + "://" + address.getHost() + ":" + address.getPort();
    return host + options + (scheme(address).equals(TLS) ? "&transport.verifyHost=true" : "");
  }

  @Override
  protected HubException meaning(JMSException e) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(e);
    // a handshake that only ends is a server that closes the connection in the middle of it
    if (chain.stream().anyMatch(CertificateException.class::isInstance)) {
      return Outage.of(OTHER_BROKER, "their broker shows a certificate that we do not know")
          .ofLane()
          .because(
              "it is not the one in the secrets folder, or not for this host; nothing was sent")
          .fix("ask the back-end, by telephone, for it; put it there only if it is theirs")
          .causedBy(e);
    }
    return chain.stream().anyMatch(JMSSecurityException.class::isInstance)
        ? QueueFailures.credential(e)
        : unreachable(e);
  }
}
