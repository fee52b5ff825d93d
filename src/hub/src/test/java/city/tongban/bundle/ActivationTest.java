package city.tongban.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.connector.Bundle;
import city.tongban.connector.Connectors;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A version is chosen, followed and taken back while cases flow. */
class ActivationTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String SHEET = "mappings/filing.xsl";

  private final RunningHub hub = RunningHub.get();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Connectors connectors = hub.context().getBean(Connectors.class);
  private final BundleStore store = hub.context().getBean(BundleStore.class);
  private final Bundle shipped = store.bundle(read("housing").get("shipped").asText());

  @AfterEach
  void asShipped() {
    for (String backEnd : List.of("housing", "grain")) {
      String seen = active(backEnd);
      if (!seen.equals(read(backEnd).get("shipped").asText())) {
        chosen(backEnd, "activation", Map.of("seen", seen, "reason", "end of the test"));
      }
    }
  }

  @Test
  void casesFlowOnWhileAVersionIsChosenAndTakenBack() {
    List<String> before = filed(5);
    String version = sent("housing", marked("甲"));
    assertThat(active("housing")).isEqualTo(shipped.digest()); // sending changes nothing

    activate("housing", version, "新版");
    List<String> during = filed(5);
    rollBack("housing", "旧版");
    List<String> after = filed(5);

    assertThat(before).allSatisfy(number -> assertThat(name(number)).isIn("张三", "张三甲"));
    assertThat(during).allSatisfy(number -> assertThat(name(number)).isIn("张三", "张三甲"));
    assertThat(during).anySatisfy(number -> assertThat(name(number)).isEqualTo("张三甲"));
    assertThat(after).allSatisfy(number -> assertThat(name(number)).isEqualTo("张三"));
    JsonNode changes = read("housing").get("changes");
    assertThat(changes.get(0).get("back").asBoolean()).isTrue();
    assertThat(changes.get(1).get("reason").asText()).isEqualTo("新版");
    assertThat(changes.get(1).get("by").asText()).isEqualTo("engineer");
  }

  @Test
  void aVersionWhoseRouteIsGoneStandsAgain() {
    List<String> versions =
        Stream.of("乙", "丙", "丁").map(mark -> sent("housing", marked(mark))).toList();
    for (String version : versions) {
      activate("housing", version, "one after the other");
      assertThat(name(filed(1).get(0))).startsWith("张三");
    }

    chosen(
        "housing",
        "rollback",
        Map.of("version", versions.get(0), "seen", active("housing"), "reason", "the first"));

    assertThat(name(filed(1).get(0))).isEqualTo("张三乙");
  }

  @Test
  void aVersionThatDoesNotWorkIsRefusedInASentenceAndTheOldOneGoesOn() {
    String sheet = TestBundles.text(shipped, SHEET);
    Bundle broken = TestBundles.with(shipped, SHEET, sheet.replace("</xsl:stylesheet>", ""));

    HttpResponse<String> answer = send("housing", broken.zip());

    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode problem = RunningHub.json(answer);
    assertThat(problem.get("code").asText()).isEqualTo("HUB-8026");
    assertThat(problem.get("why").asText()).startsWith("HUB-8009").contains("filing.xsl");
    assertThat(active("housing")).isEqualTo(shipped.digest());
    assertThat(name(filed(1).get(0))).isEqualTo("张三");
  }

  @Test
  void whatIsNoBundleIsRefusedAndNothingIsKept() {
    for (String zip : List.of("{}", "PK\u0003\u0004 and no more", "")) {
      HttpResponse<String> answer = send("housing", zip.getBytes());
      assertThat(answer.statusCode()).as(zip).isIn(400, 422);
    }
    assertThat(send("no-such-office", shipped.zip()).statusCode()).isEqualTo(404);
  }

  @Test
  void anItemOfAnotherBackEndIsNotTakenOver() {
    String yaml = TestBundles.text(shipped, ConnectorReader.FILE);
    Bundle theirs =
        TestBundles.with(
            shipped,
            ConnectorReader.FILE,
            yaml.replace("credential: housing", "credential: grain"));

    HttpResponse<String> answer = send("grain", theirs.zip());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(RunningHub.json(answer).get("why").asText())
        .startsWith("HUB-8006")
        .contains("housing offers it already");
  }

  @Test
  void ofTwoWhoActOnTheSameSightOneIsTold() {
    String seen = active("housing");
    List<CompletableFuture<HttpResponse<String>>> both =
        Stream.of("戊", "己")
            .map(mark -> sent("housing", marked(mark)))
            .map(version -> Map.of("version", version, "seen", seen, "reason", "at once"))
            .map(body -> CompletableFuture.supplyAsync(() -> choose("housing", "activation", body)))
            .toList();

    List<HttpResponse<String>> answers = both.stream().map(CompletableFuture::join).toList();

    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 409)
        .allSatisfy(a -> assertThat(RunningHub.json(a).get("why").asText()).contains("engineer"));
  }

  @Test
  void anActWithoutASightOrAReasonIsRefused() {
    String version = shipped.digest();

    assertThat(choose("housing", "activation", Map.of("version", version, "reason", "x")))
        .returns(400, HttpResponse::statusCode);
    assertThat(choose("housing", "rollback", Map.of("seen", version)))
        .returns(400, HttpResponse::statusCode);
  }

  @Test
  void anotherNodeFollows() {
    ActiveConnectors other =
        new ActiveConnectors(store, new ConnectorReader(Map.of()), List.of(), List.of());
    other.importBundles(Map.of());
    assertThat(other.active("housing").bundle()).isEqualTo(shipped);

    activate("housing", sent("housing", marked("庚")), "for both");

    await().atMost(SOON).until(() -> other.active("housing").bundle().equals(marked("庚")));
  }

  @Test
  void whatTheyHaveWrittenIsFetchedByTheActiveVersionAlone() {
    Bundle grain = ShippedConnectors.folders().get("grain");
    String yaml = TestBundles.text(grain, ConnectorReader.FILE);

    String version =
        sent("grain", TestBundles.with(grain, ConnectorReader.FILE, yaml + "# one line more\n"));
    assertThat(fetching("grain")).noneMatch(route -> route.contains(version.substring(0, 12)));
    activate("grain", version, "a comment");

    assertThat(fetching("grain"))
        .containsExactly("transport-grain-" + version.substring(0, 12) + "-results");
  }

  private List<String> fetching(String backEnd) {
    return hub.context().getBean(CamelContext.class).getRoutes().stream()
        .map(Route::getId)
        .filter(id -> id.startsWith("transport-" + backEnd) && id.endsWith("-results"))
        .toList();
  }

  /** The applicant's name as the department has it; it has each case once. */
  private String name(String number) {
    await().atMost(SOON).until(() -> !hub.book("housing", number).isEmpty());
    List<JsonNode> book = hub.book("housing", number);
    assertThat(book).hasSize(1);
    return book.get(0).get("name").asText();
  }

  private List<String> filed(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(hub.receipted(Applications.lease(5200)));
    }
    return numbers;
  }

  /** A version that shows by what it sends: each name gets a mark. */
  private Bundle marked(String mark) {
    String sheet = TestBundles.text(shipped, SHEET);
    String other =
        sheet.replace("wire:fit(name, 60, 'xm')", "wire:fit(name || '" + mark + "', 60, 'xm')");
    assertThat(other).isNotEqualTo(sheet);
    return TestBundles.with(shipped, SHEET, other);
  }

  private JsonNode read(String backEnd) {
    return hub.read("/api/v1/connectors/" + backEnd + "/versions", "engineer");
  }

  private String active(String backEnd) {
    return read(backEnd).get("active").asText();
  }

  private void activate(String backEnd, String version, String reason) {
    chosen(
        backEnd,
        "activation",
        Map.of("version", version, "seen", active(backEnd), "reason", reason));
    assertThat(connectors.active(backEnd).bundle().digest()).isEqualTo(version);
  }

  private void rollBack(String backEnd, String reason) {
    chosen(backEnd, "rollback", Map.of("seen", active(backEnd), "reason", reason));
  }

  private void chosen(String backEnd, String act, Map<String, String> body) {
    HttpResponse<String> answer = choose(backEnd, act, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private HttpResponse<String> choose(String backEnd, String act, Map<String, String> body) {
    return hub.post("/api/v1/connectors/%s/%s".formatted(backEnd, act), "engineer", body);
  }

  private String sent(String backEnd, Bundle bundle) {
    HttpResponse<String> answer = send(backEnd, bundle.zip());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return RunningHub.json(answer).get("version").asText();
  }

  private HttpResponse<String> send(String backEnd, byte[] zip) {
    String path = "/api/v1/connectors/%s/versions".formatted(backEnd);
    try {
      return http.send(
          HttpRequest.newBuilder(hub.address().resolve(path))
              .header("Authorization", "Bearer " + hub.token("engineer"))
              .header("Content-Type", "application/zip")
              .POST(BodyPublishers.ofByteArray(zip))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
