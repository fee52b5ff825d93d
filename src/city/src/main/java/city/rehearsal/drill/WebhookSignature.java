package city.rehearsal.drill;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Verifies the signature of a pushed notice. Written from the API page, not from the hub's code.
 *
 * @param keyId name of the secret
 * @param secret in hexadecimal
 */
record WebhookSignature(String keyId, String secret) {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HMACSM3";
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /** Whether the signature is valid and recent. */
  boolean fits(String id, String timestamp, String signatures, byte[] body) {
    return timestamp.matches("\\d{1,12}")
        && fresh(Instant.ofEpochSecond(Long.parseLong(timestamp)))
        && Arrays.stream(signatures.split(",", -1))
            .filter(signature -> signature.startsWith(keyId + "="))
            .anyMatch(
                signature ->
                    same(signature.substring(keyId.length() + 1), mac(id, timestamp, body)));
  }

  private static boolean fresh(Instant sent) {
    return Duration.between(sent, Instant.now()).abs().compareTo(WINDOW) <= 0;
  }

  private static boolean same(String hex, byte[] mac) {
    return MessageDigest.isEqual(
        hex.getBytes(StandardCharsets.US_ASCII),
        HexFormat.of().formatHex(mac).getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] mac(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM, PROVIDER);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), ALGORITHM));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SM3 is missing", e);
    }
  }
}
