package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A case from a centre to a department and back: real HTTP, SOAP, broker, database and servers. */
class PathTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String ME = "centre-" + CENTRE;
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void aLeaseIsFiledOnceReviewedAndDecidedAndTheCentreHearsEachStep() {
    String number = hub.receipted(Applications.named(Applications.lease(60_000), "𠮷川·艾山䶮"));

    await().atMost(SOON).until(() -> hub.book("housing", number).size() == 1);
    JsonNode filed = hub.book("housing", number).get(0);

    assertThat(filed.get("name").asText()).isEqualTo("𠮷川·艾山䶮");
    assertThat(filed.get("idNumber").asText()).isEqualTo("11010519491231002X");
    assertThat(filed.get("deliveryId").asText()).isEqualTo(number + "/1");
    await().atMost(SOON).until(() -> hub.events(number).contains("city.tongban.case.accepted"));
  }

  @Test
  void humanResourcesDecidesAtOnce() {
    String number = hub.receipted(Applications.named(Applications.benefit(36), "𠮷川·艾山䶮"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.book("human-resources", number))
        .singleElement()
        .returns("𠮷川·艾山䶮", entry -> entry.get("name").asText());
    assertThat(hub.events(number))
        .containsExactly(
            "city.tongban.case.accepted",
            "city.tongban.case.under-review",
            "city.tongban.case.decided");
  }

  @Covers(value = ContractCase.REFUSED, backEnds = "human-resources")
  @Test
  void aRejectionCarriesTheDepartmentsReason() {
    String number = hub.receipted(Applications.benefit(3));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("缴费不满十二个月");
  }

  @Covers(value = ContractCase.REFUSED, backEnds = "housing")
  @Test
  void aLeaseLongerThanTheLawAllowsIsNotAccepted() {
    Map<String, Object> application = Applications.lease(5200);
    application.put(
        "form",
        Map.of(
            "address", "淮海中路1号",
            "monthlyRent", "5200",
            "leaseFrom", "2018-08-01",
            "leaseTo", "2048-07-31",
            "landlordName", "王五"));
    String number = hub.receipted(application);

    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("租赁期限超过二十年");
  }

  @Covers(value = ContractCase.SENT_TWICE, backEnds = "human-resources")
  @Test
  void theSameMessageAgainGetsTheSameReceiptAndIsDeliveredOnce() {
    Map<String, Object> application = Applications.benefit(36);
    HttpResponse<String> first = hub.post("/api/v1/cases", ME, application);
    HttpResponse<String> again = hub.post("/api/v1/cases", ME, application);
    String number = RunningHub.json(first).get("caseNumber").asText();

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(hub.book("human-resources", number)).hasSize(1);
  }

  @Test
  void theSameIdWithOtherContentIsRefusedAndChangesNothing() {
    Map<String, Object> application = Applications.benefit(36);
    hub.receipted(application);
    Applications.named(application, "李四");

    HttpResponse<String> other = hub.post("/api/v1/cases", ME, application);

    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(RunningHub.json(other).get("code").asText()).isEqualTo("HUB-1011");
  }

  @Test
  void everyStopIsInTheTrailAndAPartnerCallHasItsFourReadings() {
    String number = hub.receipted(Applications.benefit(36));
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    JsonNode stops = hub.read("/api/v1/cases/" + number + "/trail", ME).get("stops");

    List<String> told = new ArrayList<>();
    stops.forEach(stop -> told.add(stop.get("stage").asText() + " " + stop.get("event").asText()));
    assertThat(told)
        .containsSubsequence(
            "intake received",
            "routing routed",
            "delivery attempt-began",
            "delivery accepted",
            "case moved");
    JsonNode call = stopNamed(stops, "accepted").get("call");
    assertThat(List.of("requestIn", "requestOut", "answerIn", "answerOut"))
        .allMatch(reading -> !call.get(reading).asText().isEmpty())
        .isSortedAccordingTo((a, b) -> call.get(a).asText().compareTo(call.get(b).asText()));
    String sent = stopNamed(stops, "attempt-began").get("id").asText();
    assertThat(hub.get("/api/v1/trail/" + sent + "/out", "operator").statusCode()).isEqualTo(200);
  }

  @Test
  void aWithdrawalFollowsTheApplicationAndTheDepartmentAcceptsIt() {
    String number = hub.receipted(slowLease());
    await().atMost(SOON).until(() -> hub.book("housing", number).size() == 1);

    HttpResponse<String> asked = withdraw(number);

    assertThat(asked.statusCode()).isEqualTo(202);
    await().atMost(SOON).until(() -> hub.book("housing", number).size() == 2);
    await()
        .atMost(SOON)
        .until(
            () ->
                hub.events(number).contains("city.tongban.case.withdrawn")
                    || hub.events(number).contains("city.tongban.case.withdrawal-too-late"));
  }

  @Test
  void aCaseThatTheDepartmentDoesNotKnowIsWithdrawnAtOnce() {
    hub.fault("human-resources", "slow", 40);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      numbers.add(hub.receipted(Applications.benefit(36)));
    }
    String last = numbers.get(numbers.size() - 1);

    HttpResponse<String> asked = withdraw(last);

    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(hub.state(last)).isEqualTo("WITHDRAWN");
    hub.noFaults();
    await()
        .atMost(SOON)
        .until(() -> numbers.subList(0, 29).stream().allMatch(n -> hub.state(n).equals("DECIDED")));
    assertThat(hub.book("human-resources", last)).isEmpty();
  }

  @Test
  void aDecidedCaseCannotBeWithdrawn() {
    String number = hub.receipted(Applications.benefit(36));
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    HttpResponse<String> asked = withdraw(number);

    assertThat(asked.statusCode()).isEqualTo(409);
    assertThat(RunningHub.json(asked).get("code").asText()).isEqualTo("HUB-2002");
  }

  @Covers(value = ContractCase.UNASKED, backEnds = "housing")
  @Test
  void aResultForAnUnknownDeliveryIsRefusedByName() {
    HttpResponse<String> answer =
        hub.post(
            "/api/v1/back-ends/housing/results", "housing", result("310101-20180702-999999/1"));

    assertThat(RunningHub.json(answer).get("code").asText()).isEqualTo("HUB-5001");
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void aBackEndCannotSpeakOfAnothersDelivery() {
    String number = hub.receipted(Applications.benefit(36));

    HttpResponse<String> answer =
        hub.post("/api/v1/back-ends/housing/results", "housing", result(number + "/1"));

    assertThat(RunningHub.json(answer).get("code").asText()).isEqualTo("HUB-5002");
  }

  @Test
  void inEqualsOutPlusRefusedPlusParkedPlusWaiting() {
    hub.receipted(Applications.benefit(36));

    JsonNode sum = hub.read("/api/v1/sum", "operator");

    assertThat(sum.get("in").asLong())
        .isEqualTo(
            sum.get("out").asLong()
                + sum.get("refused").asLong()
                + sum.get("parked").asLong()
                + sum.get("waiting").asLong());
  }

  /** Any lease: about half of them are decided hours later, the others race with the withdrawal. */
  private static Map<String, Object> slowLease() {
    return Applications.lease(4800);
  }

  private HttpResponse<String> withdraw(String number) {
    return hub.post(
        "/api/v1/cases/" + number + "/withdrawal",
        ME,
        Map.of("messageId", UUID.randomUUID().toString(), "reason", "申请人改变主意"));
  }

  private static Map<String, Object> result(String delivery) {
    return Map.of(
        "resultId", UUID.randomUUID().toString(),
        "deliveryId", delivery,
        "slh", "ZF20189999999",
        "zt", "BJ",
        "jg", "PZ",
        "bjsj", "2018-07-02T10:00:00+08:00");
  }

  private static void add(List<String> events, String number, JsonNode notice) {
    if (notice.get("caseNumber").asText().equals(number)) {
      events.add(notice.get("event").asText());
    }
  }

  private static JsonNode stopNamed(JsonNode stops, String event) {
    for (JsonNode stop : stops) {
      if (stop.get("event").asText().equals(event)) {
        return stop;
      }
    }
    throw new AssertionError("no stop " + event + " in " + stops);
  }
}
