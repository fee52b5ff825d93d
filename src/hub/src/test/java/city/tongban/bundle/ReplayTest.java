package city.tongban.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.connector.Bundle;
import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was recorded goes through another version's sheets; the department hears nothing. */
class ReplayTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private final RunningHub hub = RunningHub.get();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Bundle> folders = ShippedConnectors.folders();

  @Test
  void throughTheSameSheetsEverythingIsTheSameWhateverTheDepartmentSpeaks() {
    hub.inOfficeHours();
    for (String backEnd :
        List.of("housing", "human-resources", "disabled-federation", "economy-informatisation")) {
      String number = decided(backEnd);

      JsonNode report = report(backEnd, folders.get(backEnd), "limit=20");

      assertThat(report.get("same").asInt()).as(backEnd).isGreaterThanOrEqualTo(2);
      assertThat(report.get("messages")) // other tests have sent by other sheets
          .as(backEnd + " " + report)
          .noneMatch(message -> message.get("delivery").asText().startsWith(number));
      assertThat(hub.book(backEnd, number)).hasSize(1);
    }
  }

  @Test
  void aFieldThatWouldBeDifferentIsNamedAndItsValueHidden() {
    String number = decided("housing");
    Bundle marked = edited("housing", "mappings/filing.xsl", "fit(name, 60", "fit(name || '某', 60");

    JsonNode message = message(report("housing", marked, "limit=50"), number, "request");

    assertThat(message.get("verdict").asText()).isEqualTo("DIFFERENT");
    assertThat(message.get("changes"))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.get("at").asText()).isEqualTo("/sqr/xm");
              assertThat(change.get("lengthThen").asInt()).isEqualTo(2);
              assertThat(change.get("lengthNow").asInt()).isEqualTo(3);
              assertThat(change.has("then")).isFalse();
            });
    assertThat(trail(number)).doesNotContain("trace replay-shown");
    assertThat(hub.book("housing", number)).hasSize(1);
  }

  @Test
  void whoWantsToSeeValuesGivesAReasonAndIsRecorded() {
    String number = decided("housing");
    Bundle marked = edited("housing", "mappings/filing.xsl", "fit(name, 60", "fit(name || '某', 60");

    assertThat(replay("housing", marked, "show=true").statusCode()).isEqualTo(400);
    JsonNode message =
        message(report("housing", marked, "limit=50&show=true&reason=why"), number, "request");

    assertThat(message.get("changes").get(0).get("now").asText()).isEqualTo("张三某");
    assertThat(trail(number)).contains("trace replay-shown");
  }

  @Test
  void whatWouldBeRefusedNowIsToldWithItsCode() {
    String number = decided("housing");
    Bundle narrow = edited("housing", "mappings/filing.xsl", "fit(name, 60", "fit(name, 2");

    JsonNode message = message(report("housing", narrow, "limit=50"), number, "request");

    assertThat(message.get("verdict").asText()).isEqualTo("NEWLY_REFUSED");
    assertThat(message.get("codeNow").asText()).isEqualTo("HUB-9006");
  }

  @Test
  void whatWasRefusedAndWouldBeTakenNowIsTold() {
    String name = "艾".repeat(21); // 63 bytes, and they have room for 60
    String number = hub.receipted(Applications.named(Applications.lease(5200), name));
    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("PARKED"));
    Bundle wide =
        edited("housing", "mappings/filing.xsl", "fit(name, 60", "fit(substring(name, 1, 9), 60");

    JsonNode message = message(report("housing", wide, "limit=50"), number, "request");

    assertThat(message.get("verdict").asText()).isEqualTo("NEWLY_ACCEPTED");
    assertThat(message.get("codeThen").asText()).isEqualTo("HUB-9006");
  }

  @Test
  void anAnswerThatWouldMeanSomethingElseIsTold() {
    String number = decided("human-resources");
    Bundle other =
        edited("human-resources", "mappings/codes/decision.csv", "APPROVED,1", "UNDER_REVIEW,1");

    JsonNode message = message(report("human-resources", other, "limit=50"), number, "reply");

    assertThat(message.get("verdict").asText()).isEqualTo("DIFFERENT");
    assertThat(message.get("changes").get(0).get("at").asText()).isEqualTo("outcome");
  }

  @Test
  void aLineOfAFileIsComparedColumnByColumn() {
    String number = hub.receipted(Applications.good("grain"));
    Bundle grain = folders.get("grain");
    await().atMost(SOON).until(() -> report("grain", grain, "limit=50").get("same").asInt() > 0);
    Bundle marked =
        edited(
            "grain",
            "mappings/line.xsl",
            "fit(applicant/name, 60",
            "fit(applicant/name || '某', 60");

    JsonNode message = message(report("grain", marked, "limit=50"), number, "request");

    assertThat(message.get("changes")).hasSize(1);
    assertThat(message.get("changes").get(0).get("at").asText()).isEqualTo("/application/name");
  }

  @Test
  void noMoreIsLookedAtThanWasAskedFor() {
    decided("housing");
    decided("housing");

    JsonNode report = report("housing", folders.get("housing"), "limit=1");

    assertThat(report.get("deliveries").asInt()).isEqualTo(1);
    assertThat(report.get("more").asBoolean()).isTrue();
    assertThat(replay("housing", folders.get("housing"), "limit=5001").statusCode()).isEqualTo(400);
    assertThat(replay("housing", folders.get("housing"), "since=ever").statusCode()).isEqualTo(400);
  }

  private String decided(String backEnd) {
    String number = hub.receipted(Applications.good(backEnd));
    await()
        .atMost(SOON)
        .until(
            () -> List.of("SENT", "ANSWERED").contains(hub.delivery(number).get("state").asText()));
    return number;
  }

  private static JsonNode message(JsonNode report, String number, String what) {
    for (JsonNode message : report.get("messages")) {
      if (message.get("delivery").asText().equals(number + "/1")
          && message.get("what").asText().equals(what)) {
        return message;
      }
    }
    throw new AssertionError("nothing is said of " + number + ": " + report);
  }

  private List<String> trail(String number) {
    return hub.read("/api/v1/cases/" + number + "/trail", "operator")
        .get("stops")
        .valueStream()
        .map(stop -> stop.get("stage").asText() + " " + stop.get("event").asText())
        .toList();
  }

  private Bundle edited(String backEnd, String path, String text, String into) {
    Bundle bundle = folders.get(backEnd);
    String before = TestBundles.text(bundle, path);
    assertThat(before).contains(text);
    return TestBundles.with(bundle, path, before.replace(text, into));
  }

  private JsonNode report(String backEnd, Bundle bundle, String query) {
    HttpResponse<String> answer = replay(backEnd, bundle, query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningHub.json(answer);
  }

  private HttpResponse<String> replay(String backEnd, Bundle bundle, String query) {
    String path = "/api/v1/connectors/%s/replay?%s".formatted(backEnd, query);
    try {
      return http.send(
          HttpRequest.newBuilder(hub.address().resolve(path))
              .header("Authorization", "Bearer " + hub.token("engineer"))
              .header("Content-Type", "application/zip")
              .POST(BodyPublishers.ofByteArray(bundle.zip()))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
