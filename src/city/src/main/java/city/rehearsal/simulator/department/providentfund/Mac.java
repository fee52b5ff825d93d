package city.rehearsal.simulator.department.providentfund;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The MAC of a telegram: HMAC with SM3 over header and document, with the key that the header
 * names.
 */
final class Mac {
  static final int BYTES = 68;

  private final Map<String, byte[]> keys = new HashMap<>();
  private final String first;

  Mac(String lines) {
    lines
        .lines()
        .map(line -> line.split(":", 2))
        .forEach(pair -> keys.put(pair[0], pair[1].getBytes(StandardCharsets.UTF_8)));
    first = lines.lines().findFirst().orElseThrow().split(":", 2)[0];
  }

  /** The block at the end of a telegram, with the named key, or the first key if it is unknown. */
  String block(String keyId, byte[] covered) {
    byte[] key =
        Objects.requireNonNull(keys.get(known(keyId)), "known() returns only keys that exist");
    return "{M:" + mac(key, covered) + "}";
  }

  /** The key for the answer to a telegram with that key. */
  String known(String keyId) {
    return keys.containsKey(keyId) ? keyId : first;
  }

  boolean matches(TelegramHeader head, byte[] covered, String block) {
    return head.macAlg().equals(TelegramHeader.MAC_ALGORITHM)
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

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
