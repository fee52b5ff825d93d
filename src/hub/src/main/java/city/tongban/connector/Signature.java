package city.tongban.connector;

/**
 * Messages that both sides sign; the hub signs with the key that is its credential.
 *
 * @param trust name of a secret in PEM: the department's signing certificates themselves; an
 *     authority is not trusted here, because it could issue a certificate to anybody
 */
public record Signature(String trust) {
  public Signature {
    RequiredKey.value(trust, "signature.trust");
  }
}
