package city.rehearsal.client;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Makes the SSH keys of a hub and a file server of a rehearsal: the hub's key, the host key, and
 * the hub's known-hosts line. Each key file is a PEM key with its public line below.
 */
public final class SshKeys {
  private static final String CURVE = "nistp256";
  private static final String TYPE = "ecdsa-sha2-" + CURVE;
  private static final int BITS = 256;

  private SshKeys() {}

  /** Makes the missing keys for a server on this machine. */
  public static void make(SecretFolder secrets, String backEnd) {
    secrets.make(backEnd, SshKeys::random);
    secrets.make(backEnd + "-host", SshKeys::random);
    secrets.make(
        backEnd + "-known-hosts", () -> "127.0.0.1 " + publicLine(secrets.read(backEnd + "-host")));
  }

  /** A new key as a file: private in PEM, public on the last line. */
  public static String random() {
    KeyPair pair = pair();
    byte[] point = point((ECPublicKey) pair.getPublic());
    return pem((ECPrivateKey) pair.getPrivate(), point) + openSsh(point);
  }

  private static String publicLine(String file) {
    return file.substring(file.lastIndexOf('\n') + 1);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has this curve", e);
    }
  }

  /**
   * RFC 5915 with the public point. The JDK's form lacks the point, and the hub's SSH library needs
   * it.
   */
  private static String pem(ECPrivateKey key, byte[] point) {
    var named =
        new org.bouncycastle.asn1.sec.ECPrivateKey(
            BITS, key.getS(), new DERBitString(point), SECObjectIdentifiers.secp256r1);
    StringWriter text = new StringWriter();
    try (PemWriter pem = new PemWriter(text)) {
      pem.writeObject(new PemObject("EC PRIVATE KEY", named.getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** SEC 1, 2.3.3, not compressed. */
  private static byte[] point(ECPublicKey key) {
    return SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getBytes();
  }

  /** RFC 5656, 3.1. */
  private static String openSsh(byte[] point) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      part(out, TYPE.getBytes(StandardCharsets.US_ASCII));
      part(out, CURVE.getBytes(StandardCharsets.US_ASCII));
      part(out, point);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return TYPE + " " + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static void part(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
