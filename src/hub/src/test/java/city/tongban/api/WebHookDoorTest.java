package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.notice.Receiver;
import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A centre's web-hook on the whole hub, by HTTP from both sides. */
class WebHookDoorTest {
  private static final String CENTRE = Applications.CENTRE;
  private static final String PATH = "/api/v1/centres/" + CENTRE + "/web-hook";

  private final RunningHub hub = RunningHub.get();
  private final Doorbell bell = new Doorbell();
  private final String token = hub.token("centre-" + CENTRE);
  private Receiver receiver;

  @BeforeEach
  void open() throws Exception {
    receiver = new Receiver(Clock.systemUTC());
  }

  @AfterEach
  void close() {
    bell.ring("DELETE", PATH, token);
    receiver.close();
  }

  @Test
  void whatIsPushedIsWhatTheInboxHoldsAndTheTrailSaysSo() {
    JsonNode told = register("{\"url\":\"%s\"}".formatted(receiver.url("/notices")));
    long before = told.path("taken").asLong();
    String number = hub.receipted(Applications.lease(5200));

    await().atMost(Duration.ofSeconds(60)).until(() -> heard(number).contains("case.accepted"));

    assertThat(receiver.got()).extracting(Receiver.Got::verdict).containsOnly("ok");
    List<String> pushed = receiver.got().stream().map(Receiver.Got::id).toList();
    assertThat(inbox(before)).startsWith(pushed.toArray(String[]::new));
    assertThat(hub.read("/api/v1/cases/" + number + "/trail", "operator").findValuesAsText("event"))
        .contains("pushed");
  }

  @Test
  void theSecretIsToldOnceAndAnotherOnlyWhenAskedFor() {
    String url = receiver.url("/notices");
    JsonNode first = register("{\"url\":\"%s\"}".formatted(url));
    JsonNode same = register("{\"url\":\"%s\"}".formatted(url));
    JsonNode other = register("{\"url\":\"%s\",\"newSecret\":true}".formatted(url));

    assertThat(first.path("secret").asText()).matches("[0-9a-f]{64}");
    assertThat(same.has("secret")).isFalse();
    assertThat(bell.ring("GET", PATH, token).body()).doesNotContain("secret");
    assertThat(other.path("secret").asText())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(first.path("secret").asText());
  }

  @Test
  void anAddressThatIsNotAllowedIsRefusedWithTheField() {
    HttpResponse<String> answer =
        bell.ring("PUT", PATH, token, "{\"url\":\"http://169.254.169.254/latest\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(RunningHub.json(answer).path("code").asText()).isEqualTo("HUB-5020");
    assertThat(RunningHub.json(answer).path("at").asText()).isEqualTo("/url");
    assertThat(bell.ring("GET", PATH, token).statusCode()).isEqualTo(404);
  }

  @Test
  void theHubIsNotMadeToCallItself() {
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]"}) {
      String url = "http://%s:%d/api/v1/cases".formatted(host, hub.address().getPort());
      assertThat(bell.ring("PUT", PATH, token, "{\"url\":\"" + url + "\"}").statusCode())
          .isEqualTo(422);
    }
  }

  private JsonNode register(String order) {
    HttpResponse<String> answer = bell.ring("PUT", PATH, token, order);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode told = RunningHub.json(answer);
    if (told.has("secret")) {
      receiver.knows(told.path("keyId").asText(), told.path("secret").asText());
    }
    return told;
  }

  private String heard(String number) {
    return receiver.got().stream()
        .map(Receiver.Got::event)
        .filter(event -> event.path("subject").asText().equals(number))
        .map(event -> event.path("type").asText())
        .toList()
        .toString();
  }

  private List<String> inbox(long after) {
    JsonNode page =
        hub.read("/api/v1/centres/%s/inbox?after=%d".formatted(CENTRE, after), "centre-" + CENTRE);
    return page.path("notices").findValuesAsText("id");
  }
}
