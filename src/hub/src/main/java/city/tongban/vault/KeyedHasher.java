package city.tongban.vault;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Keyed hashes by which a word is found again without being stored: HMAC (RFC 2104) with SM3 (GB/T
 * 32905-2016). Without the key nobody can try out all numbers.
 */
public final class KeyedHasher {
  private final byte[] key;

  KeyedHasher(KeyRing keys) {
    this.key = keys.hashKey();
  }

  /**
   * 32 bytes.
   *
   * @param kind keeps apart words of different meaning that read alike
   */
  public byte[] of(String kind, String word) {
    HMac hmac = new HMac(new SM3Digest());
    hmac.init(new KeyParameter(key));
    byte[] text = (kind + '\0' + word).getBytes(StandardCharsets.UTF_8);
    hmac.update(text, 0, text.length);
    byte[] hash = new byte[hmac.getMacSize()];
    hmac.doFinal(hash, 0);
    return hash;
  }
}
