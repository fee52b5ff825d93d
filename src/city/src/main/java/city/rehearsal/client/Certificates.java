package city.rehearsal.client;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes the certificates with which a hub and a department of a rehearsal identify themselves: the
 * department's certificate authority, and the certificates that it issued to both.
 */
public final class Certificates {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 120;

  /** The validity of a certificate. */
  public record Days(Instant from, Instant until) {
    /** From shortly before now, because clocks differ, for some years. */
    public static Days ofARehearsal() {
      Instant now = Instant.now();
      return new Days(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1826)));
    }
  }

  private Certificates() {}

  /** Makes the missing files for a back-end on this machine. */
  public static void make(SecretFolder secrets, String backEnd) {
    make(secrets, backEnd, "", "-tls", "-server", "-signer-key");
    secrets.make(backEnd + "-signer", () -> certificate(secrets.read(backEnd + "-signer-key")));
  }

  /**
   * Makes the missing files for mutual TLS without signatures.
   *
   * @param ours suffix of the hub's own secret; empty where it is the credential itself
   */
  public static void makeLine(SecretFolder secrets, String backEnd, String ours) {
    make(secrets, backEnd, ours, "-server");
  }

  private static void make(SecretFolder secrets, String backEnd, String... whose) {
    String authority = backEnd + "-authority";
    String authorityKey = authority + "-key";
    secrets.make(authorityKey, () -> authority(backEnd));
    secrets.make(authority, () -> certificate(secrets.read(authorityKey)));
    for (String one : whose) {
      secrets.make(
          backEnd + one,
          () -> issued(secrets.read(authorityKey), backEnd + one, Days.ofARehearsal()));
    }
  }

  /** Makes the missing files for TLS with a server certificate only. */
  public static void makeServer(SecretFolder secrets, String backEnd) {
    String authorityKey = backEnd + "-authority-key";
    String server = backEnd + "-server";
    secrets.make(authorityKey, () -> authority(backEnd));
    secrets.make(backEnd + "-certificate", () -> certificate(secrets.read(authorityKey)));
    secrets.make(server, () -> issued(secrets.read(authorityKey), server, Days.ofARehearsal()));
  }

  /** A new authority: its key and its own certificate, in PEM. */
  public static String authority(String name) {
    KeyPair pair = pair();
    X500Principal itself = new X500Principal("CN=" + name + " authority");
    return pem(
        pair.getPrivate(),
        signed(builder(itself, itself, pair, Days.ofARehearsal()), pair.getPrivate(), true));
  }

  /** A new key with a certificate of that authority, for this machine, in PEM. */
  public static String issued(String authority, String name, Days days) {
    try (PEMParser parts = new PEMParser(new StringReader(authority))) {
      PrivateKey key = new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) parts.readObject());
      X509Certificate itself =
          new JcaX509CertificateConverter()
              .getCertificate((X509CertificateHolder) parts.readObject());
      KeyPair pair = pair();
      X500Principal subject = new X500Principal("CN=" + name);
      return pem(
          pair.getPrivate(),
          signed(builder(itself.getSubjectX500Principal(), subject, pair, days), key, false));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a generated certificate cannot be read", e);
    }
  }

  /** The certificate of a PEM file with key and certificate. */
  public static String certificate(String keyAndCertificate) {
    return keyAndCertificate.substring(keyAndCertificate.indexOf("-----BEGIN CERTIFICATE")) + "\n";
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, KeyPair pair, Days days) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, RANDOM),
        Date.from(days.from()),
        Date.from(days.until()),
        subject,
        pair.getPublic());
  }

  private static X509Certificate signed(
      JcaX509v3CertificateBuilder certificate, PrivateKey by, boolean authority) {
    try {
      certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!authority) {
        certificate.addExtension(Extension.subjectAlternativeName, false, thisMachine());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("a certificate cannot be made", e);
    }
  }

  private static GeneralNames thisMachine() {
    return new GeneralNames(
        new GeneralName[] {
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.dNSName, "localhost")
        });
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** The key in PKCS#8, which every library reads, and the certificate below it. */
  private static String pem(PrivateKey key, X509Certificate certificate) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(new JcaPKCS8Generator(key, null));
      pem.writeObject(certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
