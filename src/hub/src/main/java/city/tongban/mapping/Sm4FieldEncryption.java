package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.security.Credentials;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Encrypts a single field with SM4-GCM (GB/T 32907): {@code {SM4}}, then in Base64 a random nonce
 * of twelve bytes, the ciphertext and its tag. The key is the secret {@code <credential>-fields},
 * in hexadecimal.
 */
final class Sm4FieldEncryption implements FieldEncryption {
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Credentials credentials;
  private final String name;

  Sm4FieldEncryption(Credentials credentials, String credential) {
    this.credentials = credentials;
    this.name = credential + "-fields";
  }

  @Override
  public String seal(String text, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] plain = text.getBytes(UTF_8);
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(true, new AEADParameters(key(), TAG_BITS, nonce, place.getBytes(UTF_8)));
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
    int done = cipher.processBytes(plain, 0, plain.length, all, NONCE_BYTES);
    try {
      cipher.doFinal(all, NONCE_BYTES + done);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption verifies no tag", e);
    }
    return MARK + Base64.getEncoder().encodeToString(all);
  }

  private KeyParameter key() {
    try {
      byte[] key = HexFormat.of().parseHex(credentials.secret(name));
      if (key.length == KEY_BYTES) {
        return new KeyParameter(key);
      }
      throw wrongForm();
    } catch (IllegalArgumentException e) {
      throw wrongForm().causedBy(e);
    }
  }

  private Fault wrongForm() {
    return Fault.of("HUB-8007", "credential '%s' has the wrong form", name)
        .because("an SM4 key is 32 hexadecimal digits")
        .fix("put a valid key into the file in the folder hub.secrets");
  }
}
