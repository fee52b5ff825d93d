package city.rehearsal.simulator.providentfund;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The MACs: HMAC with SM3 over header and document, under the key that the header names. */
final class Seal {
  static final int BYTES = 68;

  private final Map<String, byte[]> keys = new HashMap<>();
  private final String first;

  Seal(String lines) {
    lines
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(pair -> keys.put(pair[0], pair[1].getBytes(StandardCharsets.UTF_8)));
    first = lines.lines().findFirst().orElseThrow().split(":", 2)[0];
  }

  /** The block that stands at the end: by the key named, else by the first that both have. */
  String block(String keyId, byte[] covered) {
    byte[] key = Objects.requireNonNull(keys.get(known(keyId)), "one of ours");
    return "{M:" + mac(key, covered) + "}";
  }

  /** The key that an answer is sealed with. */
  String known(String keyId) {
    return keys.containsKey(keyId) ? keyId : first;
  }

  boolean fits(Head head, byte[] covered, String block) {
    return head.macAlg().equals(Head.MAC_ALGORITHM)
        && keys.containsKey(head.keyId())
        && MessageDigest.isEqual(ascii(block(head.keyId(), covered)), ascii(block));
  }

  private static String mac(byte[] key, byte[] covered) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(key));
    mac.update(covered, 0, covered.length);
    byte[] made = new byte[mac.getMacSize()];
    mac.doFinal(made, 0);
    return HexFormat.of().formatHex(made);
  }

  /** The digest that tells two documents apart. */
  static String digest(String text) {
    SM3Digest digest = new SM3Digest();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(bytes, 0, bytes.length);
    byte[] made = new byte[digest.getDigestSize()];
    digest.doFinal(made, 0);
    return HexFormat.of().formatHex(made);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
