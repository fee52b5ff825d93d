package city.tongban.security;

import city.tongban.connector.Tls;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.jspecify.annotations.Nullable;

/**
 * Mutual TLS to a back-end: it requires the hub's certificate, and its own must come from one
 * authority.
 *
 * <p>TLS 1.2 only: there the server verifies the client certificate before a byte of the request
 * leaves. TLS 1.3 verifies it later, and a refused certificate would leave each call in doubt.
 */
public final class MutualTls {
  public static final String PROTOCOL = "TLSv1.2";

  private final Tls names;
  private final PemSecrets secrets;
  private @Nullable Made made;

  public MutualTls(Tls names, PemSecrets secrets) {
    this.names = names;
    this.secrets = secrets;
  }

  /** The CXF parameters; certificates are read for each call, so that a new one works at once. */
  public synchronized TLSClientParameters current() {
    return made().parameters();
  }

  /**
   * The SSL context for a connection that the hub opens itself; both ends use {@link #PROTOCOL}
   * only.
   */
  public synchronized SSLContext context() {
    return made().context();
  }

  private Made made() {
    PemSecrets.Identity ours = secrets.identity(names.key());
    String from = secrets.text(names.key()) + secrets.text(names.trust());
    Made now = made;
    if (now == null || !now.from().equals(from)) {
      TLSClientParameters parameters = parameters(ours, secrets.certificates(names.trust()));
      now = new Made(from, parameters, context(parameters));
      made = now;
    }
    return now;
  }

  /** Reused until the certificates change, because it caches sessions. */
  private static SSLContext context(TLSClientParameters parameters) {
    try {
      SSLContext context = SSLContext.getInstance(PROTOCOL);
      context.init(parameters.getKeyManagers(), parameters.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK speaks " + PROTOCOL, e);
    }
  }

  private static TLSClientParameters parameters(
      PemSecrets.Identity ours, List<X509Certificate> theirs) {
    TLSClientParameters parameters = new TLSClientParameters();
    parameters.setSecureSocketProtocol(PROTOCOL);
    parameters.setKeyManagers(keys(ours));
    parameters.setTrustManagers(trust(theirs));
    // the JDK's own: it checks the host name within the handshake, before anything is sent
    parameters.setUseHttpsURLConnectionDefaultHostnameVerifier(true);
    return parameters;
  }

  /** The SSL context for protocols other than HTTP. */
  public static SSLContext context(PemSecrets.Identity ours, List<X509Certificate> theirs) {
    try {
      SSLContext context = SSLContext.getInstance(PROTOCOL);
      context.init(keys(ours), trust(theirs), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw unusable(e);
    }
  }

  private static KeyManager[] keys(PemSecrets.Identity ours) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(keyStore(ours), new char[0]);
      return keys.getKeyManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  private static TrustManager[] trust(List<X509Certificate> theirs) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trustStore(theirs));
      return trust.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable(e);
    }
  }

  private static IllegalStateException unusable(Exception e) {
    return new IllegalStateException("keys and certificates that were read cannot be used", e);
  }

  private static KeyStore keyStore(PemSecrets.Identity ours)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    store.setKeyEntry(
        "ours", ours.key(), new char[0], ours.chain().toArray(X509Certificate[]::new));
    return store;
  }

  private static KeyStore trustStore(List<X509Certificate> theirs)
      throws GeneralSecurityException, IOException {
    KeyStore store = empty();
    for (X509Certificate certificate : theirs) {
      store.setCertificateEntry(String.valueOf(store.size()), certificate);
    }
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private record Made(String from, TLSClientParameters parameters, SSLContext context) {}
}
