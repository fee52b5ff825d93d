package city.tongban.security;

import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.connector.Signature;
import city.tongban.connector.Tls;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds certificates of a connector that expire soon, the hub's and the department's. */
public final class CertificateExpiryCheck {
  private static final Duration SOON = Duration.ofDays(7);

  private final PemSecrets pem;
  private final Credentials credentials;
  private final Clock wall;

  public CertificateExpiryCheck(Credentials credentials, Clock wall) {
    this.pem = new PemSecrets(credentials, wall);
    this.credentials = credentials;
    this.wall = wall;
  }

  /**
   * A certificate in one of our secrets that expires within a week, or has expired.
   *
   * @param secret its file below {@code hub.secrets}
   */
  public record Ending(String backEnd, String secret, Instant notAfter) {}

  /**
   * Expiring certificates in the order of their files; a file that is missing or not PEM is left to
   * the first call.
   */
  public List<Ending> endingSoon(Connector connector) {
    Instant limit = wall.instant().plus(SOON);
    List<Ending> ending = new ArrayList<>();
    for (String secret : secrets(connector)) {
      certificates(secret)
          .map(certificate -> certificate.getNotAfter().toInstant())
          .filter(limit::isAfter)
          .min(Instant::compareTo)
          .ifPresent(end -> ending.add(new Ending(connector.backEnd(), secret, end)));
    }
    return ending;
  }

  private List<String> secrets(Connector connector) {
    List<String> secrets = new ArrayList<>();
    Tls tls = connector.tls();
    if (tls != null) {
      secrets.addAll(List.of(tls.key(), tls.trust()));
    }
    Signature signature = connector.signature();
    if (signature != null) {
      secrets.addAll(List.of(connector.credential(), signature.trust()));
    }
    String pinned = connector.credential() + PinnedCertificate.NAME;
    if (credentials.file(pinned).toFile().isFile()) {
      secrets.add(pinned);
    }
    return secrets.stream().distinct().sorted().toList();
  }

  private Stream<X509Certificate> certificates(String secret) {
    try {
      return pem.certificates(secret).stream();
    } catch (HubException e) {
      return Stream.empty();
    }
  }
}
