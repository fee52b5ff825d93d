package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.department.tradeunion.TradeUnion;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A back-end with a broker of its own: what must hold of a message that is put on their queue, and
 * of those that they leave for us.
 */
@TestedBackEnd("trade-union")
class QueueContractTest {
  private static final String UNION = "trade-union";
  private static final String ME = "centre-" + CENTRE;
  private static final Duration SOON = Duration.ofMinutes(2);
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void aCaseIsSentToTheDepartmentsQueueAndDecidedByItsMessage() {
    String number = decidedAtOnce(Applications.named(Applications.recuperation(7), "𠮷川·艾山䶮"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.delivery(number).get("theirNumber").asText()).startsWith("GH2018");
    assertThat(hub.book(UNION, number))
        .singleElement()
        .returns("𠮷川·艾山䶮", entry -> entry.get("name").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
    assertThat(hub.attempts(number)).containsExactly("SENT");
    assertThat(hub.events(number))
        .containsExactly(
            "city.tongban.case.accepted",
            "city.tongban.case.under-review",
            "city.tongban.case.decided");
  }

  @Covers(ContractCase.REFUSED)
  @Test
  void aRefusalByTheDepartmentIsPassedOnWithItsReason() {
    String number = hub.receipted(Applications.recuperation(0));

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("疗休养天数为零");
  }

  @Covers(ContractCase.RESET)
  @Test
  void aLostSettlementDuplicatesNothing() {
    hub.fault(UNION, "lost-answer", 1);
    String number = hub.receipted(Applications.recuperation(7));
    await().atMost(SOON).until(() -> hub.attempts(number).contains("HUB-4011"));
    String behind = hub.receipted(Applications.recuperation(8));
    await().atMost(SOON).until(() -> hub.book(UNION, behind).size() == 1);

    await().atMost(SOON).until(() -> !hub.state(number).equals("COLLECTED"));
    assertThat(hub.book(UNION, number)).hasSize(1);
  }

  @Test
  void aBrokerThatIsFullIsTriedAgainAndHasNothingTwice() {
    hub.fault(UNION, "busy", 1);
    String number = hub.receipted(Applications.recuperation(7));

    await().atMost(SOON).until(() -> hub.attempts(number).contains("SENT"));

    assertThat(hub.attempts(number)).containsExactly("HUB-4012", "SENT");
    await().atMost(SOON).until(() -> hub.book(UNION, number).size() == 1);
  }

  @Covers(ContractCase.CREDENTIAL)
  @Test
  void aPasswordThatTheDepartmentHasChangedIsReportedByName() {
    hub.fault(UNION, "wrong-credential", 1);
    String number = hub.receipted(Applications.recuperation(7));

    await().atMost(SOON).until(() -> hub.attempts(number).contains("SENT"));

    assertThat(hub.attempts(number)).containsSubsequence("HUB-4013", "SENT");
    await().atMost(SOON).until(() -> hub.book(UNION, number).size() == 1);
  }

  /** As when the hub is killed between the commit and the acknowledgement. */
  @Covers(ContractCase.DUPLICATE)
  @Test
  void aDecisionWhoseAcknowledgementIsLostComesAgainAndChangesNothing() {
    hub.fault(UNION, "lost-acknowledgement", 2);
    String number = decidedAtOnce(Applications.recuperation(7));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    String after = decidedAtOnce(Applications.recuperation(16));
    await().atMost(SOON).until(() -> hub.state(after).equals("DECIDED"));

    assertThat(hub.events(number))
        .containsExactly(
            "city.tongban.case.accepted",
            "city.tongban.case.under-review",
            "city.tongban.case.decided");
    assertThat(hub.faultsLeft(UNION)).isEmpty();
  }

  @Covers({
    ContractCase.GARBLED,
    ContractCase.CHARSET,
    ContractCase.OVERSIZED,
    ContractCase.UNASKED
  })
  @ParameterizedTest
  @CsvSource({
    "garbled, HUB-9008",
    "misencoded, HUB-9007",
    "oversized, HUB-9009",
    "doctype, HUB-9008",
    "unknown-version, HUB-9010",
    "unknown-line, HUB-5001"
  })
  void aNoticeWithoutMeaningIsKeptAndSetAsideAndBlocksNoOther(String fault, String code) {
    long before = hub.refusedResults(UNION, code);
    hub.fault(UNION, fault, 1);
    String number = decidedAtOnce(Applications.recuperation(7));

    // the department finds it among the dead letters and publishes it again
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.refusedResults(UNION, code)).isEqualTo(before + 1);
    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.accepted");
  }

  @Covers({ContractCase.DUPLICATE, ContractCase.LATE})
  @ParameterizedTest
  @ValueSource(strings = {"duplicate-result", "late-result"})
  void aNoticeThatComesTwiceOrLateMovesTheCaseOnce(String fault) {
    hub.fault(UNION, fault, 3);
    String number = decidedAtOnce(Applications.recuperation(16));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
  }

  @Test
  void theWithdrawalOfACaseIsSentToTheSameQueue() {
    String number = decidedLater(Applications.recuperation(7));
    await().atMost(SOON).until(() -> hub.state(number).equals("ACCEPTED"));

    int answer =
        hub.post(
                "/api/v1/cases/" + number + "/withdrawal",
                ME,
                Map.of("messageId", UUID.randomUUID().toString(), "reason", "计划有变"))
            .statusCode();
    await().atMost(SOON).until(() -> hub.state(number).equals("WITHDRAWN"));

    assertThat(answer).isEqualTo(202);
    assertThat(hub.book(UNION, number))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("WITHDRAWN", "WITHDRAWN");
  }

  /** A case that the department decides at once; its number selects that. */
  private String decidedAtOnce(Map<String, Object> application) {
    return hub.receipted(application, TradeUnion.PACING::isImmediate);
  }

  private String decidedLater(Map<String, Object> application) {
    return hub.receipted(application, number -> !TradeUnion.PACING.isImmediate(number));
  }
}
