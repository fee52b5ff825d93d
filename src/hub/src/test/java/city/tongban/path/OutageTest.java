package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A department that is gone for a while costs its deliveries no tries, and nobody else a thing. */
class OutageTest {
  /** As the connector of human-resources says. */
  private static final int LANE_CONCURRENCY = 4;

  private static final Duration LONG = Duration.ofMinutes(3);
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void mend() {
    hub.proxy("human-resources").reconnect();
  }

  @Test
  @Covers(
      value = {ContractCase.DOWN, ContractCase.RESTARTED},
      backEnds = "human-resources")
  void anUnreachableBackEndIsProbedByOneDeliveryAtATimeAndAllAreSentAfterwards() {
    hub.proxy("human-resources").disconnect();
    List<String> waiting =
        Stream.generate(() -> hub.receipted(Applications.benefit(36))).limit(12).toList();
    await().atMost(LONG).until(() -> reason(waiting.get(0)).contains("2 probes sent"));
    String other = hub.receipted(Applications.lease(5200));
    await().atMost(LONG).until(() -> sent(other));
    int attempts = waiting.stream().mapToInt(number -> first(number).get("attempts").asInt()).sum();
    int probes =
        probes(); // read last: the longer the outage, the more of them; one more may be under way

    hub.proxy("human-resources").reconnect();

    await().atMost(LONG).until(() -> waiting.stream().allMatch(this::sent));
    assertThat(attempts)
        .as("the calls that were under way when the lane stopped, and the probes")
        .isLessThanOrEqualTo(LANE_CONCURRENCY + probes + 1);
    assertThat(waiting)
        .allSatisfy(number -> assertThat(hub.book("human-resources", number)).hasSize(1));
  }

  private int probes() {
    return hub.context()
        .getBean(JdbcClient.class)
        .sql("select probes from lane_outage where back_end = 'human-resources'")
        .query(Integer.class)
        .single();
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
