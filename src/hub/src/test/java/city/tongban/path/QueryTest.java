package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question at the counter: asked once, answered while the resident waits, or refused. */
class QueryTest {
  private static final String CENTRE = "centre-" + Applications.CENTRE;
  private static final String OTHER_CENTRE = "centre-31010400301";
  private final RunningHub hub = RunningHub.get();

  @BeforeEach
  void open() {
    hub.inOfficeHours();
  }

  @AfterEach
  void mend() {
    hub.noFaults();
    hub.proxy("human-resources").reconnect();
  }

  @Test
  void theAnswerOfTheDepartmentIsReturnedWhileTheResidentWaits() {
    HttpResponse<String> answer = ask(Applications.contributions());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode told = RunningHub.json(answer);
    assertThat(told.path("outcome").asText()).isEqualTo("FOUND");
    assertThat(told.path("found")).hasSize(7);
    assertThat(told.at("/found/0/title").asText()).isEqualTo("累计缴费月数");
    // from January 1972, the month after the 22nd birthday, to November 2009, before the sixtieth
    assertThat(told.at("/found/0/value").asText()).isEqualTo("455");
    assertThat(told.at("/found/1/row").asInt()).isEqualTo(1);
    assertThat(told.at("/found/1/value").asText()).isEqualTo("200911");
    assertThat(told.at("/found/4/value").asText()).isEqualTo("5002.00");
  }

  @Test
  void anUnknownAccountIsReportedInTheDepartmentsWords() {
    JsonNode told = RunningHub.json(ask(Applications.ofAChild(Applications.pension())));

    assertThat(told.path("outcome").asText()).isEqualTo("NOT_FOUND");
    assertThat(told.path("reason").asText()).isEqualTo("查无记录");
    assertThat(told.path("found")).isEmpty();
  }

  @Test
  void theSameQuestionGetsTheSameAnswerAndTheDepartmentIsAskedOnce() {
    Map<String, Object> question = Applications.pension();
    HttpResponse<String> first = ask(question);

    HttpResponse<String> second = ask(question);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(events(number(first))).containsExactly("query-received", "asked", "answered");
  }

  @Test
  void anotherQuestionUnderTheSameIdIsRefused() {
    Map<String, Object> question = Applications.pension();
    ask(question);

    question.put("item", "RS9023");

    assertThat(ask(question).statusCode()).isEqualTo(409);
  }

  @Test
  void theIdOfAQuestionIsNoIdForAnApplication() {
    Map<String, Object> question = Applications.pension();
    ask(question);
    Map<String, Object> application = Applications.benefit(36);
    application.put("messageId", question.get("messageId"));

    assertThat(hub.post("/api/v1/cases", CENTRE, application).statusCode()).isEqualTo(409);
  }

  @Test
  void anUnreachableDepartmentIsCalledAgainWithTheSameMessage() {
    Map<String, Object> question = Applications.pension();
    hub.proxy("human-resources").disconnect();
    HttpResponse<String> unanswered = ask(question);
    hub.proxy("human-resources").reconnect();

    HttpResponse<String> answered = ask(question);

    assertThat(unanswered.statusCode()).isEqualTo(503);
    assertThat(unanswered.headers().firstValue("Retry-After")).isPresent();
    assertThat(RunningHub.json(unanswered).path("code").asText()).isEqualTo("HUB-3020");
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(events(number(answered)))
        .containsExactly("query-received", "asked", "unanswered", "asked", "answered");
  }

  @Test
  void anUnreadableAnswerIsKeptAndNotPassedOn() {
    Map<String, Object> question = Applications.pension();
    hub.fault("human-resources", "garbled", 1);

    HttpResponse<String> unanswered = ask(question);
    HttpResponse<String> answered = ask(question);

    assertThat(unanswered.statusCode()).isEqualTo(503);
    JsonNode stop = stops(number(answered)).get(2);
    assertThat(stop.path("event").asText()).isEqualTo("unanswered");
    assertThat(stop.at("/in/size").asInt()).as("what they said").isPositive();
  }

  @Test
  void aQuestionOutsideTheOfficeHoursIsNotSent() {
    hub.step(hub.now().withHour(22));

    HttpResponse<String> answer = ask(Applications.pension());

    assertThat(RunningHub.json(answer).path("code").asText()).isEqualTo("HUB-3023");
    assertThat(RunningHub.json(answer).path("why").asText()).contains("07:00");
  }

  @Test
  void anAnsweredQuestionIsAnsweredAgainOutsideTheOfficeHours() {
    Map<String, Object> question = Applications.pension();
    HttpResponse<String> byDay = ask(question);
    hub.step(hub.now().withHour(22));

    HttpResponse<String> atNight = ask(question);

    assertThat(atNight.statusCode()).isEqualTo(200);
    assertThat(atNight.body()).isEqualTo(byDay.body());
  }

  @Test
  void eachEndpointNamesTheRightOne() {
    HttpResponse<String> asked = ask(Applications.benefit(36));
    HttpResponse<String> applied = hub.post("/api/v1/cases", CENTRE, Applications.pension());

    assertThat(RunningHub.json(asked).path("code").asText()).isEqualTo("HUB-3004");
    assertThat(RunningHub.json(applied).path("code").asText()).isEqualTo("HUB-3003");
    assertThat(RunningHub.json(applied).path("fix").asText()).contains("/api/v1/queries");
  }

  @Test
  void anInvalidQuestionIsRefusedByField() {
    HttpResponse<String> answer = ask(Applications.named(Applications.pension(), "王\u0000小明"));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(RunningHub.json(answer).path("at").asText()).isEqualTo("/applicant/name");
  }

  @Test
  void aQuestionIsSeenByItsCentreAndItsDepartmentOnly() {
    String number = number(ask(Applications.pension()));
    String path = "/api/v1/queries/" + number;

    assertThat(hub.get(path, CENTRE).statusCode()).isEqualTo(200);
    assertThat(hub.get(path, "human-resources").statusCode()).isEqualTo(200);
    assertThat(hub.get(path, "operator").body()).doesNotContain("3002.00");
    assertThat(hub.get(path, OTHER_CENTRE).statusCode()).isEqualTo(404);
    assertThat(hub.get(path, "housing").statusCode()).isEqualTo(404);
    assertThat(hub.get(path + "/trail", OTHER_CENTRE).statusCode()).isEqualTo(404);
  }

  @Test
  void twoEqualQuestionsAtOnceAreSentOnce() throws ExecutionException, InterruptedException {
    Map<String, Object> question = Applications.contributions();
    List<Integer> statuses = new ArrayList<>();
    ExecutorService counters = Executors.newFixedThreadPool(4);
    try {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(counters.submit(() -> ask(question)));
      }
      for (Future<HttpResponse<String>> answer : answers) {
        statuses.add(answer.get().statusCode());
      }
    } finally {
      counters.shutdownNow();
    }

    assertThat(statuses).contains(200).isSubsetOf(200, 503);
    assertThat(events(number(ask(question)))).filteredOn("asked"::equals).hasSize(1);
  }

  @Test
  void whatWasAskedWasAnsweredOrNot() {
    ask(Applications.pension());
    hub.proxy("human-resources").disconnect();
    ask(Applications.pension());

    JsonNode counts = hub.read("/api/v1/sum", "operator").at("/queries/human-resources");

    assertThat(counts.path("refused").asInt()).isPositive();
    assertThat(counts.path("in").asInt())
        .isEqualTo(
            counts.path("out").asInt()
                + counts.path("refused").asInt()
                + counts.path("waiting").asInt());
  }

  private HttpResponse<String> ask(Map<String, Object> question) {
    return hub.post("/api/v1/queries", CENTRE, question);
  }

  private static String number(HttpResponse<String> answer) {
    return RunningHub.json(answer).path("queryNumber").asText();
  }

  private JsonNode stops(String number) {
    return hub.read("/api/v1/queries/" + number + "/trail", CENTRE).path("stops");
  }

  private List<String> events(String number) {
    List<String> events = new ArrayList<>();
    stops(number).forEach(stop -> events.add(stop.path("event").asText()));
    return events;
  }
}
