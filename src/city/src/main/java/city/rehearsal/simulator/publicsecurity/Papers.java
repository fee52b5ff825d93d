package city.rehearsal.simulator.publicsecurity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.pem.PemContent;

/** What the department shows at its door and in its messages, and whom it lets in. */
final class Papers {
  private static final String OURS = "ours";
  private static final String IN_MEMORY = "in-memory";

  private Papers() {}

  static Seal seal(String pem) {
    PemContent content = PemContent.of(pem);
    return new Seal(content.getPrivateKey(), content.getCertificates().get(0));
  }

  static X509Certificate certificate(String pem) {
    return PemContent.of(pem).getCertificates().get(0);
  }

  /** A door that shows {@code server} and opens to whoever has a certificate of the authority. */
  static SSLHostConfig door(Seal server, X509Certificate authority) {
    SSLHostConfig door = new SSLHostConfig();
    door.setProtocols("TLSv1.2+TLSv1.3");
    door.setCertificateVerification("required");
    KeyStore trusted = store();
    KeyStore own = store();
    try {
      trusted.setCertificateEntry("authority", authority);
      own.setKeyEntry(
          OURS,
          server.key(),
          IN_MEMORY.toCharArray(),
          List.of(server.certificate()).toArray(X509Certificate[]::new));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate cannot be kept", e);
    }
    door.setTrustStore(trusted);
    SSLHostConfigCertificate shown =
        new SSLHostConfigCertificate(door, SSLHostConfigCertificate.Type.UNDEFINED);
    shown.setCertificateKeystore(own);
    shown.setCertificateKeystorePassword(IN_MEMORY);
    shown.setCertificateKeyAlias(OURS);
    door.addCertificate(shown);
    return door;
  }

  private static KeyStore store() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK keeps PKCS12", e);
    }
  }
}
