package city.tongban.security;

import city.tongban.connector.Connector;
import city.tongban.connector.Tls;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.jspecify.annotations.Nullable;

/**
 * The TLS settings of a connection: the protocol, the keys that we show, and whom we trust.
 *
 * @param protocol the TLS version; null for any version that the JDK allows
 * @param keys the keys for client authentication; null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TlsSettings(
    @Nullable String protocol, KeyManager @Nullable [] keys, X509ExtendedTrustManager trust) {
  /** Schemes where the server's one certificate is stored beside the credential. */
  private static final Set<String> PINNED = Set.of("amqps", "mllps", "tls", "ssl");

  /**
   * The settings for a connector; null where the connection is plain, or secured later in another
   * way.
   */
  public static @Nullable TlsSettings of(Connector connector, Credentials credentials, Clock wall)
      throws GeneralSecurityException {
    Tls tls = connector.tls();
    String scheme = String.valueOf(connector.address().getScheme());
    if (tls != null) {
      TLSClientParameters line = new MutualTls(tls, new PemSecrets(credentials, wall)).current();
      return new TlsSettings(
          line.getSecureSocketProtocol(), line.getKeyManagers(), only(line.getTrustManagers()));
    }
    if (PINNED.contains(scheme)) {
      return new TlsSettings(
          null, null, only(PinnedCertificate.trust(credentials, connector.credential())));
    }
    return scheme.equals("https") ? new TlsSettings(null, null, only(machines())) : null;
  }

  public SSLContext context(X509ExtendedTrustManager watched) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {watched}, null);
    return context;
  }

  private static TrustManager[] machines() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init((KeyStore) null);
    return trust.getTrustManagers();
  }

  private static X509ExtendedTrustManager only(TrustManager[] trust) {
    return (X509ExtendedTrustManager) trust[0];
  }
}
