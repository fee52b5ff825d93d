package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.department.health.Health;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A back-end that acknowledges in HL7 and calls us at a door of our own: what must hold of both
 * calls.
 */
@TestedBackEnd("health")
class MllpContractTest {
  private static final String BUREAU = "health";
  private static final Duration SOON = Duration.ofMinutes(2);
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void anOlderStationAnswersInAnotherCharsetBothTimes() {
    String number = decidedAtOnce(Applications.vaccinationRecord("1999-05-01"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("超过预防接种档案管理年龄");
    assertThat(trail(number)).contains("er7; charset=GB18030");
  }

  @Covers(ContractCase.REFUSED)
  @Test
  void aRefusalByTheDepartmentIsPassedOnWithItsReason() {
    String number = hub.receipted(Applications.birthCertificate("2019-01-01"));

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("出生日期晚于申请日期");
  }

  @Covers({ContractCase.RESET, ContractCase.CREDENTIAL})
  @ParameterizedTest
  @CsvSource({
    "other-message, HUB-4055",
    "two-answers, HUB-4056",
    "half-answer, HUB-4011",
    "wrong-credential, HUB-4013",
    "busy, HUB-4012"
  })
  void anUntrustedAnswerIsRequestedAgainWithTheSameMessage(String fault, String code) {
    hub.fault(BUREAU, "late-result", 1); // it would settle the delivery before we try again
    hub.fault(BUREAU, fault, 1);
    String number = hub.receipted(Applications.birthCertificate("2016-02-29"));

    await().atMost(SOON).until(() -> hub.attempts(number).contains("ACCEPTED"));

    assertThat(hub.attempts(number)).containsSubsequence(code, "ACCEPTED");
    assertThat(hub.book(BUREAU, number)).hasSize(1);
  }

  @Covers(ContractCase.CHARSET)
  @Test
  void anUndeclaredCharsetParksTheDeliveryWithTheBytesThatCame() {
    hub.fault(BUREAU, "late-result", 5);
    hub.fault(BUREAU, "unknown-charset", 1);
    String number = hub.receipted(Applications.birthCertificate("2016-02-29"));

    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("PARKED"));

    assertThat(hub.delivery(number).get("errorCode").asText()).isEqualTo("HUB-9007");
  }

  @Covers({ContractCase.DUPLICATE, ContractCase.LATE})
  @ParameterizedTest
  @CsvSource({"duplicate-result", "late-result", "lost-acknowledgement"})
  void aDecisionThatComesTwiceOrLateMovesTheCaseOnce(String fault) {
    hub.fault(BUREAU, fault, 1);
    String number = decidedAtOnce(Applications.birthCertificate("1990-01-01"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    await().atMost(SOON).until(() -> hub.book(BUREAU, number).get(0).get("told").asInt() == 1);

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
  }

  @Covers(ContractCase.UNASKED)
  @Test
  void aDecisionAboutAnUnknownDeliveryIsRefusedAndBlocksNoOther() {
    hub.fault(BUREAU, "unknown-line", 1);
    String number = decidedAtOnce(Applications.birthCertificate("1990-01-01"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.faultsLeft(BUREAU)).isEmpty();
    assertThat(hub.refusedResults("health", "HUB-5001")).isPositive();
  }

  @Test
  void theWithdrawalOfACaseTakesTheSameWay() {
    String number = decidedLater(Applications.birthCertificate("2016-02-29"));
    await().atMost(SOON).until(() -> hub.state(number).equals("ACCEPTED"));

    int answer =
        hub.post(
                "/api/v1/cases/" + number + "/withdrawal",
                "centre-" + Applications.CENTRE,
                Map.of("messageId", UUID.randomUUID().toString(), "reason", "计划有变"))
            .statusCode();
    await().atMost(SOON).until(() -> hub.state(number).equals("WITHDRAWN"));

    assertThat(answer).isEqualTo(202);
    assertThat(hub.book(BUREAU, number))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("WITHDRAWN", "WITHDRAWN");
  }

  private String trail(String number) {
    return hub.read("/api/v1/cases/" + number + "/trail", "centre-" + Applications.CENTRE)
        .toString();
  }

  @Test
  void aCaseIsAcknowledgedAndDecidedByACallOfTheDepartment() {
    String number =
        decidedAtOnce(Applications.named(Applications.birthCertificate("2016-02-29"), "𠮷川·艾山䶮"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.delivery(number).get("theirNumber").asText()).startsWith("WJ2018");
    assertThat(hub.book(BUREAU, number))
        .singleElement()
        .returns("𠮷川·艾山䶮", entry -> entry.get("name").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
    assertThat(hub.events(number))
        .containsExactly(
            "city.tongban.case.accepted",
            "city.tongban.case.under-review",
            "city.tongban.case.decided");
  }

  /** A case that the department decides at once; its number selects that. */
  private String decidedAtOnce(Map<String, Object> application) {
    return hub.receipted(application, Health.PACING::isImmediate);
  }

  private String decidedLater(Map<String, Object> application) {
    return hub.receipted(application, number -> !Health.PACING.isImmediate(number));
  }
}
