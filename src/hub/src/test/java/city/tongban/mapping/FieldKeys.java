package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.security.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The partners' side of sealed fields, for tests. */
final class FieldKeys {
  private static final String MARK = "{SM4}";
  private static final String KEY = "0123456789abcdeffedcba9876543210";

  private FieldKeys() {}

  static Credentials credentials() {
    try {
      Path folder = Files.createTempDirectory("field-keys");
      folder.toFile().deleteOnExit();
      Path key = Files.writeString(folder.resolve("economy-informatisation-fields"), KEY);
      key.toFile().deleteOnExit();
      return new Credentials(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String opened(String envelope, String place) {
    byte[] all = Base64.getDecoder().decode(envelope.substring(MARK.length()));
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(
        false,
        new AEADParameters(
            new KeyParameter(HexFormat.of().parseHex(KEY)),
            128,
            Arrays.copyOf(all, 12),
            place.getBytes(UTF_8)));
    byte[] text = new byte[cipher.getOutputSize(all.length - 12)];
    try {
      cipher.doFinal(text, cipher.processBytes(all, 12, all.length - 12, text, 0));
    } catch (InvalidCipherTextException e) {
      throw new AssertionError("it opens elsewhere than at " + place, e);
    }
    return new String(text, UTF_8);
  }
}
