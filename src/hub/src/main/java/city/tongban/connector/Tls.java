package city.tongban.connector;

/**
 * Mutual TLS: both sides show a certificate. The names are of secrets in PEM, never paths.
 *
 * @param key our key with its certificate
 * @param trust the only authority whose server certificates are accepted
 */
public record Tls(String key, String trust) {
  public Tls {
    RequiredKey.value(key, "tls.key");
    RequiredKey.value(trust, "tls.trust");
  }
}
