package city.rehearsal.simulator.core;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The digest SM3 (GB/T 32905), in hexadecimal. */
public final class Sm3 {
  private Sm3() {}

  public static String hex(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] sum = new byte[digest.getDigestSize()];
    digest.doFinal(sum, 0);
    return HexFormat.of().formatHex(sum);
  }
}
