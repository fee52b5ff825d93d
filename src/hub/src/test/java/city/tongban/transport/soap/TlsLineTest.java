package city.tongban.transport.soap;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.Certificates;
import city.rehearsal.simulator.core.HttpServer;
import city.rehearsal.simulator.department.publicsecurity.Seals;
import city.tongban.canonical.Problem;
import city.tongban.transport.TransportBench;
import city.tongban.transport.TransportCall;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A line on which both sides show a certificate: whose it was that broke it, and that nothing was
 * sent.
 */
class TlsLineTest extends SigningTestSupport {
  @Test
  void theLineIsOneOnWhichARefusedCertificateIsKnownBeforeAnythingIsSent() throws Exception {
    answering(200, signed(ANSWER));

    call();

    assertThat(protocols).as("though the server offers more").containsExactly("TLSv1.2");
  }

  @Test
  void aServerWithACertificateOfAnotherAuthorityGetsNothing() throws Exception {
    String stranger = Certificates.authority("stranger");
    String server =
        Certificates.issued(stranger, NAME, days(Duration.ofDays(-1), Duration.ofDays(9)));
    serve(server, "127.0.0.1", call -> TransportBench.answer(call, 200, XML, signed(ANSWER)));

    otherServer("no authority that we trust");
  }

  @Test
  void aServerWhoseCertificateRanOutGetsNothing() throws Exception {
    String old = issued(NAME, Duration.ofDays(-20), Duration.ofDays(-10));
    serve(old, "127.0.0.1", call -> TransportBench.answer(call, 200, XML, signed(ANSWER)));

    otherServer("days are over");
  }

  @Test
  void aServerWhoseCertificateNamesAnotherHostGetsNothing() throws Exception {
    serve(
        theirServer(), "127.0.0.2", call -> TransportBench.answer(call, 200, XML, signed(ANSWER)));

    otherServer("another name");
  }

  @Test
  void aCertificateOfOursThatTheyDoNotTakeIsARefusedCredentialUntilItIsRenewed() throws Exception {
    String right = secret(NAME + "-tls");
    String stranger = Certificates.authority("stranger");
    Files.writeString(
        folder.resolve(NAME + "-tls"),
        Certificates.issued(stranger, NAME, days(Duration.ofDays(-1), Duration.ofDays(9))));
    // the JDK's own server hangs up without a word
    try (HttpServer door =
        Seals.door(folder.resolve("door"), theirServer(), secret(NAME + "-authority"))) {
      Exchange before = call("127.0.0.1", door.port());
      assertThat(problem(before).code()).isEqualTo("HUB-4013");
      assertThat(problem(before).what()).contains("certificate");
      assertThat(before.getProperty(TransportCall.ANSWERED)).isNull();

      Files.writeString(folder.resolve(NAME + "-tls"), right);

      Exchange after = call("127.0.0.1", door.port());
      assertThat(after.getProperty(TransportCall.ANSWERED)).as("they let us in").isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-tls"})
  void aCertificateOfOursThatRanOutIsToldWithItsDateAndNothingIsSent(String which)
      throws Exception {
    Instant end = wall.instant().minus(Duration.ofDays(10));
    Files.writeString(
        folder.resolve(NAME + which), issued(NAME, Duration.ofDays(-20), Duration.ofDays(-10)));
    answering(200, signed(ANSWER));

    Problem over = problem(call());

    assertThat(over.code()).isEqualTo("HUB-4046");
    assertThat(over.why()).contains(end.toString().substring(0, 10));
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-tls", "-authority", "-signer"})
  void aSecretThatIsNoPemIsNamedAndNeverQuoted(String which) throws Exception {
    answering(200, signed(ANSWER));
    Files.writeString(folder.resolve(NAME + which), "s3cret");

    Problem wrong = problem(call());

    assertThat(wrong.code()).isEqualTo("HUB-8007");
    assertThat(wrong.what()).contains("'" + NAME + which + "'");
    assertThat(wrong.toString()).doesNotContain("s3cret");
  }

  private void otherServer(String why) throws Exception {
    Problem refused = problem(call());
    assertThat(refused.code()).isEqualTo("HUB-4045");
    assertThat(refused.why()).contains(why);
    assertThat(requests).isEmpty();
  }
}
