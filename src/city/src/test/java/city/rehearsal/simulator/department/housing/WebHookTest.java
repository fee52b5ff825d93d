package city.rehearsal.simulator.department.housing;

import static city.rehearsal.simulator.Departments.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.protocol.http.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebHookTest {
  private Departments departments;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "housing");
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  private List<String> statesSent(String caseNo) {
    return departments.hub.callsAbout(caseNo + "/1").stream()
        .map(call -> call.path("zt").asText())
        .distinct()
        .toList();
  }

  private JsonNode decision(String caseNo) {
    return departments.hub.callsAbout(caseNo + "/1").stream()
        .filter(call -> call.path("zt").asText().equals("BJ"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theReviewIsSentBeforeTheDecision() throws Exception {
    String caseNo = Forms.atOnce();

    departments.file(Forms.lease(caseNo).toString());

    await().untilAsserted(() -> assertThat(statesSent(caseNo)).containsExactly("SHZ", "BJ"));
    assertThat(decision(caseNo).path("jg").asText()).isEqualTo("PZ");
    assertThat(decision(caseNo).path("slh").asText()).isEqualTo("ZF20180000001");
    assertThat(json(departments.ask(caseNo + "/1")).path("zt").asText()).isEqualTo("BJ");
    await().untilAsserted(() -> assertThat(told(0)).isGreaterThanOrEqualTo(2));
  }

  private int told(int entry) throws Exception {
    return departments.book("housing").get(entry).path("told").asInt();
  }

  @Test
  void aRentOutsideTheRangeIsRejectedLater() throws Exception {
    String caseNo = Forms.atOnce();
    ObjectNode form = Forms.lease(caseNo);
    ((ObjectNode) form.path("zl")).put("yzj", 50000.01);

    assertThat(departments.file(form.toString()).statusCode()).isEqualTo(201);

    await().untilAsserted(() -> assertThat(statesSent(caseNo)).contains("BJ"));
    assertThat(decision(caseNo).path("jg").asText()).isEqualTo("BYPZ");
    assertThat(decision(caseNo).path("yy").asText()).isEqualTo("租金超出备案范围");
    assertThat(departments.book("housing").get(0).path("verdict").asText()).isEqualTo("REJECTED");
  }

  @Test
  void moreThanFifteenSquareMetresPerHeadAreRejected() throws Exception {
    String caseNo = Forms.atOnce();
    ObjectNode form = Forms.security(caseNo);
    ((ObjectNode) form.path("bz")).put("jzmj", 45.01);

    departments.file(form.toString());

    await().untilAsserted(() -> assertThat(statesSent(caseNo)).contains("BJ"));
    assertThat(decision(caseNo).path("yy").asText()).isEqualTo("人均住房面积超过标准");
  }

  @Test
  void aRefusedResultIsSentAgainBeforeTheNextOne() throws Exception {
    String caseNo = Forms.atOnce();
    departments.hub.answerNext(500, 503);

    departments.file(Forms.lease(caseNo).toString());

    await().untilAsserted(() -> assertThat(statesSent(caseNo)).containsExactly("SHZ", "BJ"));
    assertThat(departments.hub.callsAbout(caseNo + "/1"))
        .extracting(call -> call.path("resultId").asText())
        .startsWith("ZF20180000001-SHZ", "ZF20180000001-SHZ", "ZF20180000001-SHZ");
  }

  @Test
  void aFilingIsDecidedWhenTheBusinessClockReachesItsTime() throws Exception {
    String caseNo = Forms.later();
    departments.file(Forms.lease(caseNo).toString());
    await().untilAsserted(() -> assertThat(statesSent(caseNo)).containsExactly("SHZ"));

    String due = departments.control("GET", "/next-due", "").asText();
    assertThat(OffsetDateTime.parse(due))
        .isBetween(
            OffsetDateTime.parse("2018-07-02T10:30:00+08:00"),
            OffsetDateTime.parse("2018-07-03T08:31:00+08:00"));
    departments.clock(due);

    await().untilAsserted(() -> assertThat(statesSent(caseNo)).containsExactly("SHZ", "BJ"));
    assertThat(decision(caseNo).path("bjsj").asText()).isEqualTo(due);
    assertThat(departments.control("GET", "/next-due", "").isNull()).isTrue();
  }

  @Test
  void aWithdrawnFilingIsNeverDecided() throws Exception {
    String withdrawn = Forms.later();
    String other = Forms.later();
    departments.file(Forms.lease(withdrawn).toString());
    departments.file(Forms.lease(other).toString());
    departments.withdraw(Forms.withdrawal(withdrawn));

    departments.clock("2018-07-04T08:30:00+08:00");

    await().untilAsserted(() -> assertThat(statesSent(other)).contains("BJ"));
    assertThat(statesSent(withdrawn)).doesNotContain("BJ");
  }

  @Test
  void aWithdrawalAfterTheDecisionIsTooLate() throws Exception {
    String caseNo = Forms.atOnce();
    departments.file(Forms.lease(caseNo).toString());
    await().untilAsserted(() -> assertThat(statesSent(caseNo)).contains("BJ"));

    var answer = departments.withdraw(Forms.withdrawal(caseNo));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).path("code").asText()).isEqualTo("YBJ");
    assertThat(departments.book("housing").get(1).path("verdict").asText()).isEqualTo("TOO_LATE");
  }

  @Test
  void theResultsOfAHundredSimultaneousDecisionsAreSentInOrderPerFiling() throws Exception {
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      cases.add(Forms.later());
      departments.file(Forms.lease(cases.get(i)).toString());
    }
    await().until(() -> departments.hub.calls() >= 100);

    departments.clock("2018-07-04T08:30:00+08:00");

    await()
        .untilAsserted(
            () ->
                assertThat(cases)
                    .allSatisfy(c -> assertThat(statesSent(c)).containsExactly("SHZ", "BJ")));
  }

  @Test
  void aSmallShareOfResultsIsSentTwiceAndAFaultRepeatsAll() throws Exception {
    HubClient client = new HubClient(URI.create("http://127.0.0.1"), "housing", "", Path.of(""));
    assertThat(IntStream.range(0, 1000).filter(i -> client.repeats(result("r" + i))).count())
        .isBetween(60L, 140L);
    String caseNo = Forms.atOnce();
    departments.fault("housing", "duplicate-result", "");

    departments.file(Forms.lease(caseNo).toString());

    await().untilAsserted(() -> assertThat(departments.hub.callsAbout(caseNo + "/1")).hasSize(4));
    await().untilAsserted(() -> assertThat(told(0)).isEqualTo(4));
  }

  private static HubClient.Result result(String id) {
    return new HubClient.Result("SHZ", id, "");
  }

  @Test
  void aLateResultIsSentAfterTheDelay() throws Exception {
    String caseNo = Forms.later();
    departments.fault("housing", "late-result", ",\"count\":1,\"millis\":600");
    long start = System.nanoTime();

    departments.file(Forms.lease(caseNo).toString());

    await().untilAsserted(() -> assertThat(statesSent(caseNo)).containsExactly("SHZ"));
    assertThat(System.nanoTime() - start).isGreaterThan(600_000_000L);
  }
}
