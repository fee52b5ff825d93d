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
 * What a centre holds to tell the hub's pushes from others: written from the description of the
 * web-hook, not from the hub's own code.
 *
 * @param keyId the secret's name
 * @param secret in hexadecimal
 */
record WebhookSignature(String keyId, String secret) {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HMACSM3";
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  /** Whether the hub has sent this, and just now. */
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
      throw new IllegalStateException("the library has HMAC-SM3", e);
    }
  }
}
