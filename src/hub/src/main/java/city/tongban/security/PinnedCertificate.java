package city.tongban.security;

import city.tongban.canonical.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Trusts the one certificate stored beside a credential, and no authority of the operating system.
 */
public final class PinnedCertificate {
  /** Suffix of the secret with the department's certificate in PEM. */
  static final String NAME = "-certificate";

  private PinnedCertificate() {}

  public static SSLContext context(Credentials credentials, String credential) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, trust(credentials, credential), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("TLS 1.3 cannot be used", e);
    }
  }

  static TrustManager[] trust(Credentials credentials, String credential) {
    String pem = credentials.secret(credential + NAME);
    try {
      KeyStore only = KeyStore.getInstance("PKCS12");
      only.load(null, null);
      only.setCertificateEntry(
          "theirs",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(only);
      return trust.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw Fault.of("HUB-8007", "credential '%s' has the wrong form", credential + NAME)
          .because("it is no certificate in PEM")
          .fix("put the back-end's certificate into that file below hub.secrets")
          .causedBy(e);
    }
  }
}
