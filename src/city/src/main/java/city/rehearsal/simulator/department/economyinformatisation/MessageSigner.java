package city.rehearsal.simulator.department.economyinformatisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** SM2 signatures: verifies those of the hub, and makes those of the bureau. */
final class MessageSigner {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CipherParameters hub;
  private final CipherParameters own;

  MessageSigner(String hub, String own) {
    try {
      this.hub = PublicKeyFactory.createKey(der(hub));
      this.own = PrivateKeyFactory.createKey(der(own));
    } catch (IOException e) {
      throw new IllegalStateException("a key of economy-informatisation cannot be read", e);
    }
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  /** Whether the hub has signed the time and the body. */
  boolean verify(String time, String signature, byte[] body) {
    try {
      SM2Signer signer = over(false, hub, time + "\n", body);
      return signer.verifySignature(Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Signs the time, the signature of the request, and the body of the answer. */
  String sign(String time, String requestSignature, byte[] body) {
    try {
      SM2Signer signer =
          over(
              true,
              new ParametersWithRandom(own, RANDOM),
              time + "\n" + requestSignature + "\n",
              body);
      return Base64.getEncoder().encodeToString(signer.generateSignature());
    } catch (CryptoException e) {
      throw new IllegalStateException("an answer cannot be signed", e);
    }
  }

  private static SM2Signer over(boolean sign, CipherParameters key, String head, byte[] body) {
    SM2Signer signer = new SM2Signer();
    signer.init(sign, key);
    byte[] lines = head.getBytes(StandardCharsets.UTF_8);
    signer.update(lines, 0, lines.length);
    signer.update(body, 0, body.length);
    return signer;
  }
}
