package city.tongban.security;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/** Finds out whose certificate broke a TLS handshake; in either case nothing has been sent. */
public final class TlsFailures {
  /** The server is not the known one. */
  static final String OTHER_SERVER = "HUB-4045";

  private static final String ALERT = "Received fatal alert: ";

  /** The alerts by which a server refuses our certificate, by RFC 5246 and 8446. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "certificate_required",
          "unknown_ca",
          "access_denied");

  /** The JDK's messages for a certificate of another host. */
  private static final List<String> OTHER_NAME =
      List.of("No subject alternative", "No name matching");

  private TlsFailures() {}

  public static Optional<HubException> of(List<Throwable> chain) {
    if (chain.stream().noneMatch(SSLHandshakeException.class::isInstance)) {
      return Optional.empty();
    }
    Throwable first = chain.get(0);
    if (chain.stream().anyMatch(CertificateException.class::isInstance)) {
      return Optional.of(
          Outage.of(OTHER_SERVER, "the server shows a certificate that we do not trust")
              .ofLane()
              .because(reason(chain) + "; nothing was sent")
              .fix(
                  "ask the back-end which authority it has; put it into the secret of tls.trust"
                      + " only if it is theirs; the lane goes on by itself")
              .causedBy(first));
    }
    return chain.stream()
        .map(e -> Objects.toString(e.getMessage(), ""))
        .filter(said -> said.startsWith(ALERT))
        .map(said -> said.substring(ALERT.length()))
        .filter(NOT_OURS::contains)
        .findFirst()
        .map(
            alert ->
                CallFailures.credentialRefused("the back-end refused our certificate")
                    .because("its server broke off the handshake: " + alert)
                    .fix(
                        "renew the secret of tls.key below hub.secrets; the lane goes on by itself")
                    .causedBy(first));
  }

  /** The reason in our words: the JDK's own sentence may quote text from the certificate. */
  private static String reason(List<Throwable> chain) {
    if (chain.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
      return "its days are over";
    }
    return otherName(chain)
        ? "it is made out to another name"
        : "no authority that we trust has given it";
  }

  /** Whether only the host name does not match; the JDK reports that only in its message. */
  public static boolean otherName(List<Throwable> chain) {
    return chain.stream()
        .map(e -> Objects.toString(e.getMessage(), ""))
        .anyMatch(said -> OTHER_NAME.stream().anyMatch(said::startsWith));
  }
}
