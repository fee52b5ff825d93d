package city.rehearsal.simulator.civilaffairs;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3, as the agreement asks for it. */
final class Digests {
  private Digests() {}

  static String sm3(byte[] bytes) {
    SM3Digest sm3 = new SM3Digest();
    sm3.update(bytes, 0, bytes.length);
    byte[] digest = new byte[sm3.getDigestSize()];
    sm3.doFinal(digest, 0);
    return HexFormat.of().formatHex(digest);
  }
}
