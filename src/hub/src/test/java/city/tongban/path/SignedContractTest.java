package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A back-end whose line and messages are known by certificate, by its real server; what must hold
 * of every connector is in {@link ConnectorContractTest}.
 */
@TestedBackEnd("public-security")
class SignedContractTest {
  private static final String POLICE = "public-security";
  private static final String CARD = "310104000018";
  private static final String ME = "centre-" + CENTRE;
  private static final Duration SOON = Duration.ofMinutes(2);
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void aLostCardIsReportedWhileTheResidentWaits() {
    String number = hub.receipted(Applications.named(Applications.cardLoss(CARD), "𠮷川·艾山䶮"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.book(POLICE, number))
        .singleElement()
        .returns("𠮷川·艾山䶮", entry -> entry.get("name").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
  }

  @Test
  void aCardThatWasNeverMadeIsARejectionWithTheDepartmentsReason() {
    String number = hub.receipted(Applications.cardLoss("310104000011"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("居住证不存在");
  }

  @Covers(ContractCase.REFUSED)
  @Test
  void aRefusalByTheDepartmentIsPassedOnWithItsReason() {
    Map<String, Object> application = Applications.cardLoss(CARD);
    application.put("form", Map.of("cardNumber", CARD, "lostOn", "2031-01-01"));
    String number = hub.receipted(application);

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("丢失日期晚于申请日期");
  }

  @Covers({ContractCase.DUPLICATE, ContractCase.LATE})
  @ParameterizedTest
  @ValueSource(strings = {"duplicate-result", "late-result"})
  void aCardThatIsMadeLaterIsReportedByTheDepartmentAndMovesTheCaseOnce(String fault) {
    hub.fault(POLICE, fault, 1);
    String number = hub.receipted(Applications.cardIssue(8));
    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("SENT"));
    assertThat(hub.state(number)).isEqualTo("ACCEPTED");

    hub.step(hub.now().plusDays(6));
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
  }

  @Covers(ContractCase.UNASKED)
  @Test
  void aCardWithoutAnApplicationIsRefusedByName() {
    String notice =
        """
        <ZZTZ xmlns="urn:gat:rkgl:v1"><TZBH>TZ20180702999999</TZBH><QQBH>310101-20180702-999999/1</QQBH>\
        <YWLSH>GA20180702999999</YWLSH><BLZT>3</BLZT><JZZBH>310104000026</JZZBH>\
        <BLSJ>20180702100000</BLSJ></ZZTZ>\
        """;

    HttpResponse<String> answer =
        hub.post("/api/v1/back-ends/public-security/results", POLICE, notice);

    assertThat(RunningHub.json(answer).path("code").asText()).isEqualTo("HUB-5001");
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void aCardThatIsBeingMadeIsWithdrawnAndADecidedOneIsNot() {
    String made = hub.receipted(Applications.cardIssue(8));
    await().atMost(SOON).until(() -> hub.delivery(made).get("state").asText().equals("SENT"));

    assertThat(withdraw(made)).isEqualTo(202);

    await().atMost(SOON).until(() -> hub.state(made).equals("WITHDRAWN"));
    assertThat(hub.book(POLICE, made))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("WITHDRAWN", "WITHDRAWN");
  }

  @Covers(ContractCase.GARBLED)
  @ParameterizedTest
  @ValueSource(strings = {"unsigned", "stranger", "stale", "other-part"})
  void anUnsignedAnswerParksTheDeliveryAndTheDepartmentIsAskedBeforeAResend(String fault) {
    hub.fault(POLICE, fault, 1);
    String number = hub.receipted(Applications.cardLoss(CARD));

    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("PARKED"));

    assertThat(hub.delivery(number).get("errorCode").asText()).isEqualTo("HUB-4047");
    assertThat(hub.state(number)).as("nothing of it was believed").isEqualTo("COLLECTED");
    assertThat(answersKept(number)).as("it is evidence").isEqualTo(1);
    resend(number);
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    assertThat(hub.book(POLICE, number)).hasSize(1);
  }

  @Covers(ContractCase.OVERSIZED)
  @Test
  void anOversizedAnswerIsInDoubtAndTheDepartmentIsAskedBeforeAResend() {
    hub.fault(POLICE, "oversized", 1);
    String number = hub.receipted(Applications.cardLoss(CARD));
    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("PARKED"));

    resend(number);

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    assertThat(hub.book(POLICE, number)).hasSize(1);
  }

  @Covers(ContractCase.CREDENTIAL)
  @ParameterizedTest
  @ValueSource(strings = {"busy", "wrong-credential"})
  void aDepartmentThatIsBusyOrRefusesTheCredentialIsCalledAgain(String fault) {
    hub.fault(POLICE, fault, 1);
    String number = hub.receipted(Applications.cardLoss(CARD));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.delivery(number).get("attempts").asInt()).isGreaterThan(1);
    assertThat(hub.book(POLICE, number)).hasSize(1);
  }

  @Covers(ContractCase.CREDENTIAL)
  @ParameterizedTest
  @ValueSource(strings = {"public-security-tls, HUB-4013", "public-security, HUB-4013"})
  void aCertificateThatTheDepartmentRefusesWaitsUntilTheRightOneIsThere(String secretAndCode)
      throws IOException {
    String[] parts = secretAndCode.split(", ");
    String stranger = Certificates.authority("stranger");
    String number =
        withSecret(
            parts[0],
            Certificates.issued(stranger, "stranger", Certificates.Days.ofARehearsal()),
            parts[1]);

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    assertThat(hub.book(POLICE, number)).hasSize(1);
  }

  @Test
  void aServerOfAnotherAuthorityGetsNothingUntilItIsTheRightOne() throws IOException {
    String stranger = Certificates.certificate(Certificates.authority("stranger"));
    String number = withSecret("public-security-authority", stranger, "HUB-4045");

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    assertThat(hub.book(POLICE, number)).hasSize(1);
  }

  /** A case whose first try meets another secret; the right one is back when this returns. */
  private String withSecret(String name, String other, String code) throws IOException {
    Path file = hub.secretFile(name);
    String right = Files.readString(file);
    Files.writeString(file, other);
    try {
      String number = hub.receipted(Applications.cardLoss(CARD));
      await()
          .atMost(SOON)
          .until(() -> hub.delivery(number).path("errorCode").asText().equals(code));
      assertThat(hub.book(POLICE, number)).isEmpty();
      return number;
    } finally {
      Files.writeString(file, right);
    }
  }

  /** Refused answers whose bytes the trail has. */
  private long answersKept(String number) {
    return hub.context()
        .getBean(JdbcClient.class)
        .sql(
            """
            select count(*) from trail
            where case_number = ? and error_code = 'HUB-4047' and in_digest is not null
            """)
        .param(number)
        .query(Long.class)
        .single();
  }

  private void resend(String number) {
    var resent =
        hub.post(
            "/api/v1/deliveries/" + number + "/1/resend",
            "operator",
            Map.of("reason", "their certificate is mended"));
    assertThat(resent.statusCode()).isBetween(200, 204);
  }

  private int withdraw(String number) {
    return hub.post(
            "/api/v1/cases/" + number + "/withdrawal",
            ME,
            Map.of("messageId", UUID.randomUUID().toString(), "reason", "离沪"))
        .statusCode();
  }
}
