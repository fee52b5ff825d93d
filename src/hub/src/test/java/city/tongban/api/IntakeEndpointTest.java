package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in and out at the HTTP doors, and nothing else. */
class IntakeEndpointTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MINE = "centre-" + Applications.CENTRE;

  private final RunningHub hub = RunningHub.get();
  private final Doorbell bell = new Doorbell();

  @Test
  void aReceiptSaysWhereTheCaseIsAndARepeatIsToldExactlyTheSame() throws Exception {
    String message = JSON.writeValueAsString(Applications.lease(5200));

    HttpResponse<String> first = hub.post("/api/v1/cases", MINE, message);
    HttpResponse<String> again = hub.post("/api/v1/cases", MINE, message);

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    String number = RunningHub.json(first).path("caseNumber").asText();
    assertThat(first.headers().firstValue("Location")).contains("/api/v1/cases/" + number);
    JsonNode read = hub.read("/api/v1/cases/" + number, MINE);
    assertThat(read.path("collectingCentre").asText()).isEqualTo(Applications.CENTRE);
    assertThat(read.path("deliveries")).hasSize(1);
  }

  @Test
  void noHeaderSteersTheHubAndNoneComesBack() throws Exception {
    HttpResponse<String> answer =
        bell.send(
            bell.at("/api/v1/cases?CamelHttpResponseCode=299&CamelHttpUri=http://127.0.0.1:1/")
                .header("Authorization", "Bearer " + hub.token(MINE))
                .header("Content-Type", "application/json")
                .header("cAmElBeanMethodName", "withdraw")
                .header("CamelHttpResponseCode", "299")
                .header("HubPartner", "operator")
                .header("X-Echo", "echo")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Applications.lease(5200)))));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.matches("(?i)(camel|hub|x-echo|authorization|bread).*"));
  }

  @Test
  void aWithdrawalIsEffectiveOnceAndOnlyForTheCaseThatItNames() throws Exception {
    String one = hub.receipted(Applications.lease(5200));
    String two = hub.receipted(Applications.lease(5200));
    String message = "{\"messageId\":\"w-%s\",\"reason\":\"申请人撤回\"}".formatted(one);

    HttpResponse<String> first = hub.post("/api/v1/cases/" + one + "/withdrawal", MINE, message);
    HttpResponse<String> again = hub.post("/api/v1/cases/" + one + "/withdrawal", MINE, message);
    HttpResponse<String> other = hub.post("/api/v1/cases/" + two + "/withdrawal", MINE, message);

    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(RunningHub.json(other).path("code").asText()).isEqualTo("HUB-1011");
  }

  @Test
  void aRefusedResultIsKeptInTheTrailForItsBackEnd() {
    HttpResponse<String> answer =
        hub.post("/api/v1/back-ends/housing/results", "housing", Map.of("resultId", "r"));

    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 422);
    String trail = RunningHub.json(answer).path("trail").asText();
    assertThat(hub.read("/api/v1/trail/" + trail, "housing").path("stage").asText())
        .isEqualTo("result");
    assertThat(hub.get("/api/v1/trail/" + trail, "human-resources").statusCode()).isEqualTo(404);
  }

  @Test
  void whoReadsAPayloadIsKeptAndGetsItAsBytes() throws Exception {
    String message = JSON.writeValueAsString(Applications.lease(5200));
    String number =
        RunningHub.json(hub.post("/api/v1/cases", MINE, message)).path("caseNumber").asText();
    String id = stop(number, "received").path("id").asText();

    HttpResponse<String> body = hub.get("/api/v1/trail/" + id + "/in", "operator");

    assertThat(body.body()).isEqualTo(message);
    assertThat(body.headers().firstValue("Content-Type")).contains("application/octet-stream");
    String trail = "/api/v1/cases/" + number + "/trail";
    assertThat(hub.read(trail, "operator").findValuesAsText("event")).contains("payload-read");
    assertThat(hub.read(trail, MINE).findValuesAsText("event"))
        .contains("received")
        .doesNotContain("payload-read");
  }

  @Test
  void theSumIsRight() {
    hub.receipted(Applications.lease(5200));
    hub.post("/api/v1/cases", MINE, "{}");
    hub.post("/api/v1/cases", MINE, "{");

    JsonNode sum = hub.read("/api/v1/sum", "operator");

    assertThat(sum.path("in").asLong())
        .isPositive()
        .isEqualTo(
            sum.path("refused").asLong()
                + sum.path("out").asLong()
                + sum.path("parked").asLong()
                + sum.path("waiting").asLong());
    assertThat(sum.path("refused").asLong()).isGreaterThanOrEqualTo(2);
    assertThat(sum.path("byBackEnd").has("housing")).isTrue();
  }

  @Test
  void theClockIsReadAndNeverRunsBackwards() {
    JsonNode clock = hub.read("/api/v1/clock", "operator");

    HttpResponse<String> back =
        hub.post("/api/v1/clock", "operator", Map.of("business", "2017-01-01T00:00:00+08:00"));

    assertThat(clock.path("business").asText()).startsWith("2018-07-").endsWith("+08:00");
    assertThat(back.statusCode()).isEqualTo(409);
    assertThat(hub.get("/api/v1/clock/next-due", "operator").body()).matches("null|\"2018-.*\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=-1", "wait=61", "limit=0", "limit=x", "after=1e3"})
  void aParameterOutsideTheContractIsNamed(String query) {
    HttpResponse<String> answer =
        hub.get("/api/v1/centres/" + Applications.CENTRE + "/inbox?" + query, MINE);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(RunningHub.json(answer).path("at").asText())
        .isEqualTo("?" + query.substring(0, query.indexOf('=')));
  }

  @Test
  void aLongPollAnswersWhenItsTimeIsOver() {
    HttpResponse<String> answer =
        hub.get("/api/v1/centres/" + Applications.CENTRE + "/inbox?after=999999&wait=1", MINE);

    assertThat(answer.body()).isEqualTo("{\"notices\":[],\"next\":999999}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/",
        "/api/v1/nothing",
        "/api/v1/cases/",
        "/api/v2/cases",
        "/api/v1/CASES",
        "/api/v1/clock/../sum",
        "/api/v1/cases//x",
        "/api/v1/cases;a=b"
      })
  void aDoorThatIsNotThereIsNotThereForTheOperatorEither(String path) {
    HttpResponse<String> answer = bell.ring("GET", path, hub.token("operator"));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(RunningHub.json(answer).path("code").asText()).isEqualTo("HUB-1030");
  }

  @Test
  void whatTheWebServerItselfCannotReadIsAnsweredWithoutAWordAboutIt() {
    HttpResponse<String> answer = bell.ring("GET", "/api/v1/cases%2fx", hub.token("operator"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Tomcat", "Exception", "org.", "java.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void aMethodThatIsNotThereIsNotThere(String method) {
    assertThat(bell.ring(method, "/api/v1/cases", hub.token(MINE)).statusCode()).isEqualTo(404);
    assertThat(bell.ring(method, "/api/v1/cases", null).statusCode()).isEqualTo(401);
  }

  private JsonNode stop(String number, String event) {
    for (JsonNode stop : hub.read("/api/v1/cases/" + number + "/trail", MINE).path("stops")) {
      if (stop.path("event").asText().equals(event)) {
        return stop;
      }
    }
    throw new AssertionError(number + " has no stop " + event);
  }
}
