package city.rehearsal.simulator.department.publicsecurity;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.ssl.pem.PemContent;

/** The department's keys and certificates, as the TLS server and the signer need them. */
final class Certificates {
  private static final String OWN = "own";
  private static final String IN_MEMORY = "in-memory";

  private Certificates() {}

  static EnvelopeSigner signer(String pem) {
    PemContent content = PemContent.of(pem);
    return new EnvelopeSigner(content.getPrivateKey(), content.getCertificates().get(0));
  }

  static X509Certificate certificate(String pem) {
    return PemContent.of(pem).getCertificates().get(0);
  }

  /** TLS with the certificate {@code server}, for clients with a certificate of the authority. */
  static SSLHostConfig tls(EnvelopeSigner server, X509Certificate authority) {
    SSLHostConfig tls = new SSLHostConfig();
    tls.setProtocols("TLSv1.2+TLSv1.3");
    tls.setCertificateVerification("required");
    KeyStore trusted = store();
    KeyStore own = store();
    try {
      trusted.setCertificateEntry("authority", authority);
      own.setKeyEntry(
          OWN,
          server.key(),
          IN_MEMORY.toCharArray(),
          List.of(server.certificate()).toArray(X509Certificate[]::new));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate cannot be put into a key store", e);
    }
    tls.setTrustStore(trusted);
    SSLHostConfigCertificate presented =
        new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.UNDEFINED);
    presented.setCertificateKeystore(own);
    presented.setCertificateKeystorePassword(IN_MEMORY);
    presented.setCertificateKeyAlias(OWN);
    tls.addCertificate(presented);
    return tls;
  }

  private static KeyStore store() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK supports PKCS12", e);
    }
  }
}
