package city.tongban.client;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/**
 * The keys by which a hub and a file server of a rehearsal know each other: ours, theirs, and what
 * we hold theirs to be. Each of the first two is a PEM key with its public line below it.
 */
public final class SshKeys {
  // the SSH library of the hub reads no elliptic key from the PEM that a JDK writes
  private static final String TYPE = "ssh-rsa";
  private static final int BITS = 3072;

  private SshKeys() {}

  /** Makes what is not there yet for a server on this machine. */
  public static void make(Secrets secrets, String backEnd) {
    secrets.make(backEnd, SshKeys::random);
    secrets.make(backEnd + "-host", SshKeys::random);
    secrets.make(
        backEnd + "-known-hosts", () -> "127.0.0.1 " + publicLine(secrets.read(backEnd + "-host")));
  }

  /** A new key as a file: private in PEM, public on the last line. */
  public static String random() {
    KeyPair pair = pair();
    String key =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPrivate().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n%s\n"
        .formatted(key, openSsh((RSAPublicKey) pair.getPublic()));
  }

  private static String publicLine(String file) {
    return file.substring(file.lastIndexOf('\n') + 1);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has RSA", e);
    }
  }

  /** RFC 4253, 6.6. */
  private static String openSsh(RSAPublicKey key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      part(out, TYPE.getBytes(StandardCharsets.US_ASCII));
      part(out, key.getPublicExponent().toByteArray());
      part(out, key.getModulus().toByteArray());
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
