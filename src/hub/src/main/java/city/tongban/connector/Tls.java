package city.tongban.connector;

/**
 * A line on which both sides show a certificate; names of secrets in PEM, never paths.
 *
 * @param key our key with its certificate
 * @param trust the authority whose certificates their server may show, and nobody else's
 */
public record Tls(String key, String trust) {
  public Tls {
    RequiredKey.value(key, "tls.key");
    RequiredKey.value(trust, "tls.trust");
  }
}
