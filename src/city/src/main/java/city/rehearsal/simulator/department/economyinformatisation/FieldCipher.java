package city.rehearsal.simulator.department.economyinformatisation;

import city.rehearsal.simulator.core.FormatException;
import java.nio.charset.StandardCharsets;
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
 * Decrypts a personal field: {@code {SM4}} and, in Base64, a nonce of twelve bytes, the text under
 * SM4-GCM, and its tag. The place is authenticated too: the message's number, a slash, the field's
 * name.
 */
final class FieldCipher {
  private static final String MARK = "{SM4}";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyParameter key;

  FieldCipher(String hex) {
    key = new KeyParameter(HexFormat.of().parseHex(hex));
  }

  String decrypt(String envelope, String number, String field) throws FormatException {
    if (!envelope.startsWith(MARK)) {
      throw new FormatException(field + ": 应为SM4密文");
    }
    try {
      byte[] all = Base64.getDecoder().decode(envelope.substring(MARK.length()));
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      byte[] place = (number + "/" + field).getBytes(StandardCharsets.UTF_8);
      GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
      cipher.init(false, new AEADParameters(key, TAG_BITS, nonce, place));
      int length = all.length - NONCE_BYTES;
      byte[] text = new byte[cipher.getOutputSize(length)];
      cipher.doFinal(text, cipher.processBytes(all, NONCE_BYTES, length, text, 0));
      return new String(text, StandardCharsets.UTF_8);
    } catch (InvalidCipherTextException | RuntimeException e) {
      throw new FormatException(field + ": 密文无法解开");
    }
  }
}
