package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.department.civilaffairs.WorkingDays;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A back-end with an exchange database: what must hold of a row that is put into a table of theirs,
 * and of those that they leave for us.
 */
@TestedBackEnd("civil-affairs")
class StagingContractTest {
  private static final String OFFICE = "civil-affairs";
  private static final String ME = "centre-" + CENTRE;
  private static final Duration SOON = Duration.ofMinutes(2);
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void aCaseIsWrittenToTheStagingTableAndDecidedByARowOfTheDepartment() {
    String number = decidedAtOnce(Applications.named(Applications.lowIncome(3, 4000), "𠮷川·艾山䶮"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.delivery(number).get("theirNumber").asText()).startsWith("MZ2018");
    assertThat(hub.book(OFFICE, number))
        .singleElement()
        .returns("𠮷川·艾山䶮", entry -> entry.get("name").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
    assertThat(hub.events(number))
        .containsExactly(
            "city.tongban.case.accepted",
            "city.tongban.case.under-review",
            "city.tongban.case.decided");
  }

  @Covers(ContractCase.REFUSED)
  @Test
  void aRefusalByTheDepartmentIsPassedOnWithItsReason() {
    String number = hub.receipted(Applications.lowIncome(0, 4000));

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("家庭人口数为零");
  }

  @Covers(ContractCase.RESET)
  @Test
  void aCommitWhoseAnswerIsLostDuplicatesNothing() {
    hub.fault(OFFICE, "lost-answer", 1);
    String number = decidedAtOnce(Applications.lowIncome(3, 9000));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(hub.book(OFFICE, number)).hasSize(1);
    assertThat(hub.faultsLeft(OFFICE)).isEmpty();
  }

  @Test
  void theWithdrawalOfACaseIsWrittenToAnotherTable() {
    String number = decidedLater(Applications.lowIncome(3, 4000));
    await().atMost(SOON).until(() -> hub.state(number).equals("ACCEPTED"));

    int answer =
        hub.post(
                "/api/v1/cases/" + number + "/withdrawal",
                ME,
                Map.of("messageId", UUID.randomUUID().toString(), "reason", "计划有变"))
            .statusCode();
    await().atMost(SOON).until(() -> hub.state(number).equals("WITHDRAWN"));

    assertThat(answer).isEqualTo(202);
    assertThat(hub.book(OFFICE, number))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("WITHDRAWN", "WITHDRAWN");
  }

  @Covers({
    ContractCase.GARBLED,
    ContractCase.CHARSET,
    ContractCase.OVERSIZED,
    ContractCase.UNASKED
  })
  @ParameterizedTest
  @CsvSource({
    "wrong-digest, HUB-4053",
    "misencoded, HUB-9007",
    "oversized, HUB-9009",
    "unknown-code, HUB-9010",
    "unknown-line, HUB-5001",
    "contradicting-line, HUB-5003"
  })
  void aRowWithoutMeaningIsKeptAndFlaggedAndBlocksNoOther(String fault, String code) {
    long before = told("refused", code);
    hub.fault(OFFICE, fault, 1);
    String number = decidedAtOnce(Applications.lowIncome(3, 4000));

    // the department finds the flag and writes the result again
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(told("refused", code)).isEqualTo(before + 1);
    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.accepted");
  }

  @Covers({ContractCase.DUPLICATE, ContractCase.LATE})
  @ParameterizedTest
  @ValueSource(strings = {"duplicate-result", "late-result", "lost-acknowledgement"})
  void aRowThatComesTwiceOrLateMovesTheCaseOnce(String fault) {
    hub.fault(OFFICE, fault, 2);
    String number = decidedAtOnce(Applications.lowIncome(3, 9000));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
  }

  /** The days of this test come last: the clock is everybody's. */
  @Test
  void aCaseIsDecidedDaysLaterAndTheDaysTotalsAreCompared() {
    String number = decidedLater(Applications.lowIncome(3, 4000));
    await().atMost(SOON).until(() -> hub.state(number).equals("ACCEPTED"));
    hub.fault(OFFICE, "wrong-count", 1);
    hub.fault(OFFICE, "missing-line", 1);

    hub.step(hub.now().plusDays(9));
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    await().atMost(Duration.ofMinutes(2)).until(() -> told("day-differs", "HUB-5018") > 0);
    await().atMost(SOON).until(() -> told("rows-missing", "HUB-5017") > 0);

    hub.inOfficeHours();
    String next = decidedAtOnce(Applications.lowIncome(3, 4000));
    await().atMost(SOON).until(() -> hub.state(next).equals("DECIDED"));
    hub.step(hub.now().plusDays(1));
    await().atMost(SOON).until(() -> agreements() > 0);
  }

  private long agreements() {
    return jdbc()
        .sql("select count(*) from staged_day where back_end = ? and agreed")
        .param(OFFICE)
        .query(Long.class)
        .single();
  }

  private long told(String event, String code) {
    return jdbc()
        .sql(
            """
            select count(*) from trail
            where stage = 'result' and event = ? and partner = 'civil-affairs' and error_code = ?
            """)
        .param(event)
        .param(code)
        .query(Long.class)
        .single();
  }

  /** A case that the department decides at once; its number selects that. */
  private String decidedAtOnce(Map<String, Object> application) {
    return hub.receipted(application, WorkingDays.PACING::isImmediate);
  }

  private String decidedLater(Map<String, Object> application) {
    return hub.receipted(application, number -> !WorkingDays.PACING.isImmediate(number));
  }

  private JdbcClient jdbc() {
    return hub.context().getBean(JdbcClient.class);
  }
}
