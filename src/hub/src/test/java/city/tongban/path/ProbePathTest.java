package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way from the running hub to each department, tested as an engineer tests it. */
class ProbePathTest {
  private final RunningHub hub = RunningHub.get();

  static Stream<String> backEnds() {
    return RunningHub.get().context().getBean(Connectors.class).all().stream()
        .map(Connector::backEnd);
  }

  @BeforeEach
  void open() {
    hub.inOfficeHours();
  }

  @ParameterizedTest
  @MethodSource("backEnds")
  void aConnectionTestReachesEachBackEndWithoutSendingACase(String backEnd) {
    List<JsonNode> before = hub.book(backEnd, "000000-20000101-000000");

    JsonNode probe = probe(backEnd);

    assertThat(probe.get("passed").asBoolean()).as(probe.toPrettyString()).isTrue();
    assertThat(outcome(probe, "port")).isEqualTo("ok");
    assertThat(outcome(probe, "credential")).as(probe.toPrettyString()).isEqualTo("ok");
    assertThat(outcome(probe, "rights"))
        .as(probe.toPrettyString())
        // in HL7 nothing can be asked that is no message
        .isEqualTo(backEnd.equals("health") ? "not-applicable" : "ok");
    assertThat(before).isEmpty();
    assertThat(hub.book(backEnd, "000000-20000101-000000")).isEmpty();
  }

  @Test
  void aRefusedCredentialIsReportedInBothLanguagesAndNotShown() throws IOException {
    for (String backEnd : List.of("housing", "human-resources")) {
      Path secret = hub.secretFile(backEnd);
      String right = Files.readString(secret);
      Files.writeString(secret, right.strip() + "wr0ng");

      JsonNode probe = probe(backEnd);
      Files.writeString(secret, right);

      JsonNode step = step(probe, "credential");
      assertThat(step.path("cause").asText())
          .as(probe.toPrettyString())
          .isEqualTo("credential-refused");
      assertThat(step.path("why").path("zh").asText()).contains("凭据");
      assertThat(step.path("fix").path("en").asText()).contains("secrets folder");
      assertThat(probe.toString()).doesNotContain("wr0ng").doesNotContain(right.strip());
    }
  }

  @Test
  void aTestIsRecordedWithWhoMadeIt() {
    String html =
        ConsoleHttpClient.as("engineer").post("/console/back-ends/grain/probe", Map.of()).body();
    assertThat(html).isEmpty();

    String page = ConsoleHttpClient.as("auditor").get("/console/readings").body();

    assertThat(page).contains("连接测试").contains("grain：正常").contains("engineer");
  }

  @Test
  void theEngineerSeesEachCheck() {
    ConsoleHttpClient engineer = ConsoleHttpClient.as("engineer");
    engineer.post("/console/back-ends/trade-union/probe", Map.of());

    String page = engineer.get("/console/back-ends").body();

    assertThat(page).contains("TLS 握手").contains("队列可用").doesNotContain("probe.");
  }

  @Test
  void anUnknownConnectorIsNotTested() {
    HttpResponse<String> answer = hub.post("/api/v1/back-ends/no-such/probe", "operator", Map.of());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("HUB-8037");
  }

  private JsonNode probe(String backEnd) {
    HttpResponse<String> answer =
        hub.post("/api/v1/back-ends/" + backEnd + "/probe", "operator", Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningHub.json(answer);
  }

  private static JsonNode step(JsonNode probe, String check) {
    for (JsonNode step : probe.get("steps")) {
      if (step.get("check").asText().equals(check)) {
        return step;
      }
    }
    throw new AssertionError(check + " is not in " + probe);
  }

  private static String outcome(JsonNode probe, String check) {
    return step(probe, check).get("outcome").asText();
  }
}
