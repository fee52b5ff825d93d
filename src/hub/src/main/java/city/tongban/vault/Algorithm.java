package city.tongban.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Authenticated encryption by one of two block ciphers, both in Galois/Counter Mode (NIST SP
 * 800-38D) with a nonce of 96 and a tag of 128 bits.
 */
public enum Algorithm {
  /** FIPS 197 */
  AES_256_GCM(32) {
    @Override
    byte[] crypt(boolean seal, byte[] key, byte[] nonce, byte[] place, byte[] text)
        throws GeneralSecurityException {
      Cipher cipher = AES.get();
      cipher.init(
          seal ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place);
      return cipher.doFinal(text);
    }
  },
  /** GB/T 32907-2016 */
  SM4_GCM(16) {
    @Override
    byte[] crypt(boolean seal, byte[] key, byte[] nonce, byte[] place, byte[] text)
        throws GeneralSecurityException {
      GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
      cipher.init(seal, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce, place));
      byte[] out = new byte[cipher.getOutputSize(text.length)];
      try {
        cipher.doFinal(out, cipher.processBytes(text, 0, text.length, out, 0));
      } catch (InvalidCipherTextException e) {
        throw new GeneralSecurityException(e);
      }
      return out;
    }
  };

  static final int NONCE_BYTES = 12;
  static final int TAG_BITS = 128;

  // one for each thread: every getInstance walks through all providers
  private static final ThreadLocal<Cipher> AES = ThreadLocal.withInitial(Algorithm::aes);

  private final int keyBytes;

  Algorithm(int keyBytes) {
    this.keyBytes = keyBytes;
  }

  private static Cipher aes() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  int keyBytes() {
    return keyBytes;
  }

  /**
   * Seals, or opens and checks.
   *
   * @param place what is authenticated beside the text
   * @throws GeneralSecurityException when what is to be opened was not sealed so
   */
  abstract byte[] crypt(boolean seal, byte[] key, byte[] nonce, byte[] place, byte[] text)
      throws GeneralSecurityException;
}
