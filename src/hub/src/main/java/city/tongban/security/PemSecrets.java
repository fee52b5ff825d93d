package city.tongban.security;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Outage;
import java.security.PrivateKey;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.boot.ssl.pem.PemContent;

/** Reads keys and certificates from the hub's secrets. */
public final class PemSecrets {
  /** Our certificate is not valid today; nothing was sent. */
  static final String OURS_RAN_OUT = "HUB-4046";

  private final Credentials credentials;
  private final Clock wall;

  public PemSecrets(Credentials credentials, Clock wall) {
    this.credentials = credentials;
    this.wall = wall;
  }

  /** A private key and its certificate chain, its own certificate first. */
  public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public X509Certificate certificate() {
      return chain.get(0);
    }
  }

  /**
   * The identity shown to a department; refused when expired, because the department would refuse
   * it.
   */
  public Identity identity(String name) {
    PemContent pem = pem(name);
    try {
      Identity identity = new Identity(pem.getPrivateKey(), pem.getCertificates());
      identity.certificate().checkValidity(Date.from(wall.instant()));
      return identity;
    } catch (CertificateExpiredException | CertificateNotYetValidException e) {
      X509Certificate certificate = pem.getCertificates().get(0);
      throw Outage.of(OURS_RAN_OUT, "our certificate '%s' is not valid today", name)
          .ofLane()
          .because(
              "it is valid from %s to %s; nothing was sent"
                  .formatted(
                      certificate.getNotBefore().toInstant(),
                      certificate.getNotAfter().toInstant()))
          .fix("ask the back-end for a new one and put it in its place; the lane goes on by itself")
          .causedBy(e);
    } catch (IllegalStateException e) {
      throw wrong(name, "a private key with its certificate", e);
    }
  }

  /** The department's certificates in a secret. */
  public List<X509Certificate> certificates(String name) {
    try {
      return pem(name).getCertificates();
    } catch (IllegalStateException e) {
      throw wrong(name, "one certificate or more", e);
    }
  }

  /** The text of a secret; a caller that caches objects made from it compares the text. */
  String text(String name) {
    return credentials.secret(name);
  }

  private PemContent pem(String name) {
    try {
      return PemContent.of(text(name));
    } catch (IllegalStateException e) {
      throw wrong(name, "PEM", e);
    }
  }

  private static Fault wrong(String name, String form, RuntimeException cause) {
    return Fault.of("HUB-8007", "credential '%s' has the wrong form", name)
        .because("it is not " + form)
        .fix("correct the file below hub.secrets")
        .causedBy(cause);
  }
}
