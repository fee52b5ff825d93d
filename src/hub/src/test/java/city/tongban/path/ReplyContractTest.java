package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A back-end that is asked on a queue and answers a request later, with a document inside: what
 * must hold of both ways.
 */
@TestedBackEnd("archives")
class ReplyContractTest {
  private static final String ARCHIVES = "archives";
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String HERE = "上海市徐汇区民政局";
  private static final String NEXT_YEAR = "2019"; // answered at once, without a reader

  private final RunningHub hub = RunningHub.get();

  @BeforeEach
  void open() {
    hub.inOfficeHours();
  }

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void aRequestIsReadInTheDepartmentsHoursAndTheTrailKeepsTheDocument() {
    if (hub.now().getHour() >= 14) { // what comes late in the day is read the next
      hub.step(hub.now().withHour(18));
      hub.inOfficeHours();
    }
    String number =
        hub.receipted(Applications.named(Applications.marriage("1998", HERE), "𠮷川·艾山䶮"));
    await().atMost(SOON).until(() -> hub.book(ARCHIVES, number).size() == 1);
    assertThat(hub.state(number)).isNotEqualTo("DECIDED");

    hub.step(hub.now().plusHours(2));
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.delivery(number).get("theirNumber").asText()).startsWith("DA2018");
    assertThat(hub.book(ARCHIVES, number))
        .singleElement()
        .returns("𠮷川·艾山䶮", entry -> entry.get("name").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
    assertThat(hub.caseOf(number).get("reason").asText()).startsWith("已出具电子证明(PDF,1页,");
    assertThat(new String(extract(number), StandardCharsets.US_ASCII))
        .startsWith("%PDF-1.7")
        .endsWith("%%EOF\n");
  }

  @Covers(ContractCase.REFUSED)
  @Test
  void anApplicationForAnotherDepartmentIsRefusedWithTheReason() {
    String number = hub.receipted(Applications.marriage(NEXT_YEAR, HERE));

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("登记年度晚于申请日期");
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
    "foreign-correlation, HUB-4060",
    "object-message, HUB-4043"
  })
  void anAnswerWithoutMeaningIsReportedOnceAndBlocksNoOther(String fault, String code) {
    long before = hub.refusedResults(ARCHIVES, code);
    hub.fault(ARCHIVES, fault, 1);
    String number = hub.receipted(Applications.marriage(NEXT_YEAR, HERE));

    // the department finds it among the dead letters and publishes it again
    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.refusedResults(ARCHIVES, code)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource({"wrong-digest", "broken-attachment"})
  void aDocumentThatIsNotWhatItSaysIsNotTaken(String fault) {
    long before = hub.refusedResults(ARCHIVES, "HUB-9017");
    String number = hub.receipted(Applications.marriage("1998", HERE));
    await().atMost(SOON).until(() -> hub.book(ARCHIVES, number).size() == 1);
    hub.fault(ARCHIVES, fault, 1);

    hub.step(hub.now().plusMinutes(45));
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.refusedResults(ARCHIVES, "HUB-9017")).isEqualTo(before + 1);
  }

  @Covers({ContractCase.RESET, ContractCase.CREDENTIAL})
  @ParameterizedTest
  @CsvSource({
    "lost-answer, HUB-4011",
    "busy, HUB-4012",
    "wrong-credential, HUB-4013",
  })
  void aFailureOnTheWayThereDuplicatesNothing(String fault, String code) {
    hub.fault(ARCHIVES, fault, 1);
    String number = hub.receipted(Applications.marriage(NEXT_YEAR, HERE));

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.book(ARCHIVES, number)).hasSize(1);
    assertThat(hub.attempts(number)).contains(code);
  }

  @Covers({ContractCase.DUPLICATE, ContractCase.LATE})
  @ParameterizedTest
  @CsvSource({"duplicate-result", "late-result", "lost-acknowledgement", "broker-restart"})
  void anAnswerThatComesTwiceOrLateMovesTheCaseOnce(String fault) {
    hub.fault(ARCHIVES, fault, 1);
    String number = hub.receipted(Applications.marriage(NEXT_YEAR, HERE));

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));
    await().atMost(SOON).until(() -> hub.faultsLeft(ARCHIVES).isEmpty());

    assertThat(hub.book(ARCHIVES, number)).hasSize(1);
    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.refused");
  }

  @Test
  void theWithdrawalOfARequestIsSentToTheSameQueue() {
    String number = hub.receipted(Applications.marriage("1998", HERE));
    await().atMost(SOON).until(() -> hub.book(ARCHIVES, number).size() == 1);

    int answer =
        hub.post(
                "/api/v1/cases/" + number + "/withdrawal",
                "centre-" + CENTRE,
                Map.of("messageId", UUID.randomUUID().toString(), "reason", "已找到结婚证"))
            .statusCode();
    await().atMost(SOON).until(() -> hub.state(number).equals("WITHDRAWN"));

    assertThat(answer).isEqualTo(202);
    assertThat(hub.book(ARCHIVES, number))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("WITHDRAWN", "WITHDRAWN");
  }

  /** As it lies in the payload of the stop, whole. */
  private byte[] extract(String number) {
    String stop =
        jdbc()
            .sql(
                "select id::text from trail where case_number = ? and stage = 'result' and event ="
                    + " 'received'")
            .param(number)
            .query(String.class)
            .single();
    String answer = hub.get("/api/v1/trail/" + stop + "/in", "operator").body();
    String content = answer.substring(answer.indexOf("<NR>") + 4, answer.indexOf("</NR>"));
    return Base64.getDecoder().decode(content);
  }

  private JdbcClient jdbc() {
    return hub.context().getBean(JdbcClient.class);
  }
}
