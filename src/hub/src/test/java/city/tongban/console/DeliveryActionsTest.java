package city.tongban.console;

import static city.tongban.path.ConsoleHttpClient.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.path.Applications;
import city.tongban.path.ConsoleHttpClient;
import city.tongban.path.RunningHub;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators do to a delivery that stands still, at the running hub. */
class DeliveryActionsTest {
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

  private final RunningHub hub = RunningHub.get();

  @Test
  void twoWhoSendTheSameDeliveryAgainAtTheSameMomentSendItOnce() {
    String number = Scenes.parkedUntilSentAgain(Applications.lease(5500));
    List<ConsoleHttpClient> two =
        Stream.of("operator", "operator").map(ConsoleHttpClient::as).toList();
    String seen = seen(two.get(0), number);
    List<String> tokens = two.stream().map(ConsoleHttpClient::token).toList();

    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> resend(two.get(0), tokens.get(0), number, seen)),
            CompletableFuture.runAsync(() -> resend(two.get(1), tokens.get(1), number, seen)))
        .join();

    List<String> told = two.stream().map(visitor -> page(visitor, number)).toList();
    assertThat(told).filteredOn(page -> page.contains("class=\"done\"")).hasSize(1);
    assertThat(told).filteredOn(page -> page.contains("HUB-4003")).hasSize(1);
    assertThat(Scenes.stops(number, "resent")).isEqualTo(1);
    await().atMost(Duration.ofSeconds(60)).until(() -> hub.book("housing", number).size() == 1);
  }

  @Test
  void anActWithoutAReasonIsNotDone() {
    String number = Scenes.parked(Applications.lease(5510));
    ConsoleHttpClient operator = ConsoleHttpClient.as("operator");
    String path = "/console/deliveries/" + number + "/1/cancel";

    operator.post(path, Map.of("reason", "  ", "seen", seen(operator, number), "from", at(number)));

    assertThat(page(operator, number)).contains("HUB-7011");
    assertThat(Scenes.deliveryState(number)).isEqualTo("PARKED");
  }

  @Test
  void theTrailKeepsWhoGaveItUpAndWhy() {
    String number = Scenes.parked(Applications.lease(5520));
    ConsoleHttpClient operator = ConsoleHttpClient.as("operator");

    var answer =
        operator.post(
            "/console/deliveries/" + number + "/1/cancel",
            Map.of(
                "reason", "the resident came again", "seen", seen(operator, number), "from", ""));

    assertThat(location(answer)).endsWith("/console");
    assertThat(hub.get("/api/v1/cases/" + number + "/trail", "operator").body())
        .contains("console:operator")
        .contains("the resident came again");
  }

  private static void resend(ConsoleHttpClient who, String token, String number, String seen) {
    who.postWith(
        token,
        "/console/deliveries/" + number + "/1/resend",
        Map.of("reason", "their credential is mended", "seen", seen, "from", at(number)));
  }

  private static String seen(ConsoleHttpClient visitor, String number) {
    Matcher seen = SEEN.matcher(page(visitor, number));
    if (!seen.find()) {
      throw new AssertionError("the page offers no act");
    }
    return seen.group(1);
  }

  private static String page(ConsoleHttpClient visitor, String number) {
    return visitor.get(at(number)).body();
  }

  private static String at(String number) {
    return "/console/cases/" + number;
  }
}
