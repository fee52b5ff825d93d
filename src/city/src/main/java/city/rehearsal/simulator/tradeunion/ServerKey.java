package city.rehearsal.simulator.tradeunion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * The key by which callers know the broker.
 *
 * @param pem an elliptic key (PKCS 8) and its certificate
 */
record ServerKey(String pem) {
  private static final char[] NONE = new char[0];

  /** A door that speaks TLS 1.3 only; it is not open yet. */
  ServerSocket door() throws IOException {
    SSLServerSocket door =
        (SSLServerSocket) context().getServerSocketFactory().createServerSocket();
    door.setEnabledProtocols(new String[] {"TLSv1.3"});
    return door;
  }

  private SSLContext context() throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("broker", key(), NONE, new Certificate[] {certificate()});
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NONE);
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("the broker's key cannot be read", e);
    }
  }

  private PrivateKey key() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(part("PRIVATE KEY"))));
  }

  private Certificate certificate() throws GeneralSecurityException {
    byte[] encoded = Base64.getMimeDecoder().decode(part("CERTIFICATE"));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private String part(String name) {
    String begin = "-----BEGIN " + name + "-----";
    int from = pem.indexOf(begin) + begin.length();
    return pem.substring(from, pem.indexOf("-----END " + name, from));
  }
}
