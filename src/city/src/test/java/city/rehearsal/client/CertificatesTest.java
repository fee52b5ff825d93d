package city.rehearsal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.pem.PemContent;

class CertificatesTest {
  @TempDir Path folder;
  private SecretFolder secrets;

  @BeforeEach
  void make() {
    secrets = new SecretFolder(folder.resolve("secrets")).closed();
    Certificates.make(secrets, "x");
  }

  @Test
  void whatIsMadeOnceStaysAsItIs() throws IOException {
    Map<String, String> before = files();

    Certificates.make(secrets, "x");

    assertThat(files()).isEqualTo(before);
    assertThat(before.keySet())
        .containsExactly(
            "x", "x-authority", "x-authority-key", "x-server", "x-signer", "x-signer-key", "x-tls");
  }

  @Test
  void nobodyElseMayReadThem() throws IOException {
    try (Stream<Path> files = Files.list(secrets.folder())) {
      assertThat(files)
          .hasSize(7)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  void eachIsGivenByTheAuthorityAndAnAuthorityIsNoneOfThem() {
    X509Certificate authority = certificate("x-authority");
    for (String name : new String[] {"x", "x-tls", "x-server", "x-signer-key", "x-signer"}) {
      assertThatCode(() -> certificate(name).verify(authority.getPublicKey()))
          .doesNotThrowAnyException();
      assertThat(certificate(name).getBasicConstraints()).as("may give none").isEqualTo(-1);
    }
    assertThat(authority.getBasicConstraints()).isNotNegative();
  }

  @Test
  void whatOnlySaysWhoSomebodyIsHoldsNoKey() {
    assertThat(secrets.read("x-signer")).doesNotContain("PRIVATE KEY");
    assertThat(secrets.read("x-authority")).doesNotContain("PRIVATE KEY");
    assertThat(certificate("x-signer")).isEqualTo(certificate("x-signer-key"));
  }

  private X509Certificate certificate(String name) {
    return PemContent.of(secrets.read(name)).getCertificates().get(0);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(secrets.folder())) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }
}
