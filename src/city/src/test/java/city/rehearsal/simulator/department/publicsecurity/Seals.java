package city.rehearsal.simulator.department.publicsecurity;

import city.rehearsal.simulator.core.HttpServer;
import city.rehearsal.simulator.core.Xml;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.boot.ssl.pem.PemContent;
import org.w3c.dom.Element;

/** The department's signatures and TLS, for tests of the department and of the hub's client. */
public final class Seals {
  private Seals() {}

  /** A document in an envelope, signed with a key and its certificate in PEM. */
  public static byte[] signed(String pem, String document, Instant created) {
    return Certificates.signer(pem).signed(document, created);
  }

  public static byte[] unsigned(String document) {
    return EnvelopeSigner.unsigned(document);
  }

  /** A valid signature of the time-stamp and the certificate, but not of the Body. */
  public static byte[] signedElsewhere(String pem, String document, Instant created) {
    return Certificates.signer(pem).signedElsewhere(document, created);
  }

  /** The document in an envelope, after the signature was verified with the certificate. */
  public static String opened(String certificate, byte[] envelope) throws Exception {
    Element document =
        new SignatureVerifier(Certificates.certificate(certificate), Clock.systemUTC())
            .verified(envelope);
    return Xml.text(document);
  }

  /** An open HTTPS server like the department's, without a servlet. */
  public static HttpServer door(Path work, String server, String authority) {
    HttpServer door =
        new HttpServer(
            0,
            work,
            Certificates.tls(Certificates.signer(server), Certificates.certificate(authority)));
    door.open();
    return door;
  }

  /** TLS that presents the first certificate and trusts the second as authority. */
  public static SSLContext line(String keyAndCertificate, String authority)
      throws GeneralSecurityException, IOException {
    PemContent own = PemContent.of(keyAndCertificate);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own",
        own.getPrivateKey(),
        new char[0],
        own.getCertificates().toArray(X509Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, new char[0]);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", PemContent.of(authority).getCertificates().get(0));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
