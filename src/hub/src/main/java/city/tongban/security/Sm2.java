package city.tongban.security;

import city.tongban.canonical.Fault;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * SM2 signatures with SM3 (GB/T 32918.2), with the default user id, in DER; keys are PEM files
 * below {@code hub.secrets}.
 */
final class Sm2 {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sm2() {}

  static byte[] sign(Credentials credentials, String name, byte[]... parts) {
    SM2Signer signer =
        signer(true, new ParametersWithRandom(privateKey(credentials, name), RANDOM), parts);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException("a key that was read cannot sign", e);
    }
  }

  static boolean verifies(Credentials credentials, String name, byte[] signature, byte[]... parts) {
    return signer(false, publicKey(credentials, name), parts).verifySignature(signature);
  }

  private static SM2Signer signer(boolean sign, CipherParameters key, byte[]... parts) {
    SM2Signer signer = new SM2Signer();
    signer.init(sign, key);
    for (byte[] part : parts) {
      signer.update(part, 0, part.length);
    }
    return signer;
  }

  private static ECKeyParameters privateKey(Credentials credentials, String name) {
    try {
      return elliptic(name, PrivateKeyFactory.createKey(der(credentials.secret(name))));
    } catch (IOException | RuntimeException e) {
      throw known(name, e);
    }
  }

  private static ECKeyParameters publicKey(Credentials credentials, String name) {
    try {
      return elliptic(name, PublicKeyFactory.createKey(der(credentials.secret(name))));
    } catch (IOException | RuntimeException e) {
      throw known(name, e);
    }
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]+-----", ""));
  }

  private static ECKeyParameters elliptic(String name, AsymmetricKeyParameter key) {
    if (key instanceof ECKeyParameters elliptic) {
      return elliptic;
    }
    throw wrongForm(name);
  }

  private static Fault known(String name, Exception e) {
    return e instanceof Fault missing ? missing : wrongForm(name).causedBy(e);
  }

  private static Fault wrongForm(String name) {
    return Fault.of("HUB-8007", "credential '%s' has the wrong form", name)
        .because("it is not an SM2 key in PEM")
        .fix("put the right key into the file below hub.secrets");
  }
}
