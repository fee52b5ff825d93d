package city.rehearsal.simulator.health;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * By what the bureau is known, and whom it knows; in PEM.
 *
 * @param own its key and certificate
 * @param authority whoever has a certificate of it may call, and be called
 */
public record Keys(String own, String authority) {
  private static final char[] NONE = new char[0];

  SSLContext context() {
    return context(PemContent.of(authority).getCertificates().get(0));
  }

  /** One to which every caller is a stranger. */
  SSLContext unknowing() {
    return context(PemContent.of(own).getCertificates().get(0));
  }

  private SSLContext context(X509Certificate trusted) {
    try {
      PemContent ours = PemContent.of(own);
      KeyStore keys = store();
      keys.setKeyEntry(
          "bureau",
          ours.getPrivateKey(),
          NONE,
          ours.getCertificates().toArray(X509Certificate[]::new));
      KeyManagerFactory shown =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      shown.init(keys, NONE);
      KeyStore known = store();
      known.setCertificateEntry("authority", trusted);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the bureau's certificates cannot be used", e);
    }
  }

  private static KeyStore store() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
