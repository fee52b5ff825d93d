package city.tongban.security;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.Certificates;
import city.rehearsal.client.Certificates.Days;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.connector.Connector;
import city.tongban.security.CertificateExpiryCheck.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates are told of: ours and theirs, from a week before their end. */
class CertificateExpiryCheckTest {
  private static final Instant NOW = Instant.parse("2026-07-02T04:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Connector POLICE = ShippedConnectors.shipped("public-security");
  private static final Connector UNION = ShippedConnectors.shipped("trade-union");

  @TempDir Path secrets;
  private String authority;
  private CertificateExpiryCheck days;

  @BeforeEach
  void open() {
    authority = Certificates.authority("test");
    days = new CertificateExpiryCheck(new Credentials(secrets), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void oneThatEndsWithinAWeekIsNamedWithItsFileAndOneThatDoesNotIsNot() throws IOException {
    write("public-security", NOW.plus(WEEK).minusSeconds(1));
    write("public-security-tls", NOW.plus(WEEK).plusSeconds(1));
    write("public-security-signer", NOW.minusSeconds(1));

    assertThat(days.endingSoon(POLICE))
        .containsExactly(
            new Ending("public-security", "public-security", NOW.plus(WEEK).minusSeconds(1)),
            new Ending("public-security", "public-security-signer", NOW.minusSeconds(1)));
  }

  @Test
  void theCertificateBesideACredentialIsLookedAtToo() throws IOException {
    write("trade-union-certificate", NOW.plusSeconds(60));

    assertThat(days.endingSoon(UNION))
        .extracting(Ending::secret)
        .containsExactly("trade-union-certificate");
  }

  @Test
  void whatIsNotThereOrNoCertificateIsToldElsewhere() throws IOException {
    Files.writeString(secrets.resolve("public-security-tls"), "no PEM");
    Files.writeString(secrets.resolve("public-security-signer"), "");

    assertThat(days.endingSoon(POLICE)).isEmpty();
    assertThat(days.endingSoon(ShippedConnectors.shipped("housing"))).isEmpty();
  }

  private void write(String name, Instant until) throws IOException {
    String pem =
        Certificates.issued(authority, name, new Days(until.minus(Duration.ofDays(365)), until));
    Files.writeString(secrets.resolve(name), pem);
  }
}
