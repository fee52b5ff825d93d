package city.tongban.connector;

/**
 * Messages that both sides sign, we with the key that is our credential.
 *
 * @param trust name of a secret in PEM: the certificates by which they sign, each by itself, for an
 *     authority could give one to anybody
 */
public record Signature(String trust) {
  public Signature {
    RequiredKey.value(trust, "signature.trust");
  }
}
