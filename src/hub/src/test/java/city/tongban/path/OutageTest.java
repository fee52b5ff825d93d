package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A department that is gone for a while costs its deliveries no tries, and nobody else a thing. */
class OutageTest {
  private static final Duration LONG = Duration.ofSeconds(90);
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void mend() {
    hub.line("human-resources").mend();
  }

  @Test
  @Covers(
      value = {ContractCase.DOWN, ContractCase.RESTARTED},
      backEnds = "human-resources")
  void whileNobodyListensOneDeliveryAtATimeGoesToSeeAndAllGoOnAfterwards() {
    hub.line("human-resources").cut();
    List<String> waiting =
        Stream.generate(() -> hub.receipted(Applications.benefit(36))).limit(12).toList();
    await().atMost(LONG).until(() -> reason(waiting.get(0)).contains("2 have gone to see"));
    String other = hub.receipted(Applications.lease(5200));
    await().atMost(LONG).until(() -> sent(other));
    int attempts = waiting.stream().mapToInt(number -> first(number).get("attempts").asInt()).sum();

    hub.line("human-resources").mend();

    await().atMost(LONG).until(() -> waiting.stream().allMatch(this::sent));
    // those that were on their way when it was noticed, and the probes
    assertThat(attempts).isLessThanOrEqualTo(4 + 3);
    assertThat(waiting)
        .allSatisfy(number -> assertThat(hub.book("human-resources", number)).hasSize(1));
  }

  private boolean sent(String number) {
    return List.of("SENT", "ANSWERED").contains(first(number).get("state").asText());
  }

  private String reason(String number) {
    return first(number).path("reason").asText();
  }

  private JsonNode first(String number) {
    return hub.read("/api/v1/cases/" + number, "centre-" + Applications.CENTRE)
        .get("deliveries")
        .get(0);
  }
}
