package city.rehearsal.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Makes the SM2 keys with which a hub and a department of a rehearsal sign, in PEM, and the SM4 key
 * for single fields. The hub's private key is {@code <back-end>}, its public key {@code -public};
 * the department's private key is {@code -signer}, its public key {@code -theirs}.
 */
public final class Sm2Keys {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SM4_BYTES = 16;

  private Sm2Keys() {}

  /** Makes the missing keys. */
  public static void make(SecretFolder secrets, String backEnd) {
    secrets.make(backEnd, Sm2Keys::random);
    secrets.make(backEnd + "-public", () -> publicKey(secrets.read(backEnd)));
    secrets.make(backEnd + "-signer", Sm2Keys::random);
    secrets.make(backEnd + "-theirs", () -> publicKey(secrets.read(backEnd + "-signer")));
    secrets.make(backEnd + "-fields", Sm2Keys::sm4);
  }

  /** A new private key, PKCS #8 in PEM. */
  public static String random() {
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            ECNamedDomainParameters.lookup(GMObjectIdentifiers.sm2p256v1), RANDOM));
    try {
      return pem(
          "PRIVATE KEY",
          PrivateKeyInfoFactory.createPrivateKeyInfo(generator.generateKeyPair().getPrivate())
              .getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public key of a private one, X.509 in PEM. */
  public static String publicKey(String privateKey) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(privateKey.replaceAll("-----[^-]+-----", ""));
      ECPrivateKeyParameters key = (ECPrivateKeyParameters) PrivateKeyFactory.createKey(der);
      ECPublicKeyParameters open =
          new ECPublicKeyParameters(
              key.getParameters().getG().multiply(key.getD()).normalize(), key.getParameters());
      return pem(
          "PUBLIC KEY", SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sm4() {
    byte[] key = new byte[SM4_BYTES];
    RANDOM.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), what);
  }
}
