package city.rehearsal.simulator.protocol.tcp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A private key with its certificate: how a department shows who it is.
 *
 * @param pem the key (PKCS 8) and its certificate
 */
public record PemIdentity(String pem) {
  private static final char[] NO_PASSWORD = new char[0];

  /** The first certificate in a PEM file. */
  public static X509Certificate certificate(String pem) {
    return PemContent.of(pem).getCertificates().get(0);
  }

  /** TLS by this key; the other side is not asked for a certificate. */
  public SSLContext context() {
    return context((TrustManager[]) null);
  }

  /** TLS by this key, with callers whose certificate is issued by {@code authority}, in PEM. */
  public SSLContext contextTrusting(String authority) {
    try {
      KeyStore trusted = emptyStore();
      trusted.setCertificateEntry("authority", certificate(authority));
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return context(factory.getTrustManagers());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the authority's certificate cannot be used", e);
    }
  }

  private SSLContext context(TrustManager @Nullable [] trusted) {
    try {
      PemContent own = PemContent.of(pem);
      KeyStore store = emptyStore();
      store.setKeyEntry(
          "own",
          own.getPrivateKey(),
          NO_PASSWORD,
          own.getCertificates().toArray(X509Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trusted, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the department's key cannot be used", e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
