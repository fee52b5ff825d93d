package city.tongban.console;

import static org.awaitility.Awaitility.await;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Cases as the running hub has them when something has happened to them. */
final class Scenes {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final RunningHub HUB = RunningHub.get();
  private static String delivered;

  private Scenes() {}

  /** One that the department took; made once. */
  static synchronized String delivered() {
    if (delivered == null) {
      delivered = HUB.receipted(Applications.named(Applications.lease(5200), "欧阳娜娜"));
      await().atMost(PATIENCE).until(() -> stops(delivered, "accepted") == 1);
    }
    return delivered;
  }

  /** One whose delivery stands still for good: the form lacks what the department wants. */
  static String parked(Map<String, Object> application) {
    Map<String, Object> form = new HashMap<>(form(application));
    form.remove("landlordName");
    application.put("form", form);
    String number = HUB.receipted(application);
    await().atMost(PATIENCE).until(() -> deliveryState(number).equals("PARKED"));
    return number;
  }

  /** One whose delivery stands still, and goes when it is sent again. Takes half a minute. */
  static String parkedUntilSentAgain(Map<String, Object> application) {
    HUB.fault("housing", "busy", 5); // each try of the delivery
    try {
      String number = HUB.receipted(application);
      await().atMost(PATIENCE).until(() -> deliveryState(number).equals("PARKED"));
      return number;
    } finally {
      HUB.noFaults();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> form(Map<String, Object> application) {
    return (Map<String, Object>) application.get("form");
  }

  /** The trail id that an application's refusal has. */
  static String refused(Map<String, Object> application) {
    var answer =
        HUB.post("/api/v1/cases", "centre-" + application.get("collectingCentre"), application);
    JsonNode problem = RunningHub.json(answer);
    if (!problem.path("trail").isTextual()) {
      throw new AssertionError("no trail id: " + answer.body());
    }
    return problem.path("trail").asText();
  }

  static String deliveryState(String number) {
    return HUB.read("/api/v1/cases/" + number, "operator")
        .path("deliveries")
        .path(0)
        .path("state")
        .asText();
  }

  static long stops(String number, String event) {
    long count = 0;
    for (JsonNode stop : HUB.read("/api/v1/cases/" + number + "/trail", "operator").path("stops")) {
      count += stop.path("event").asText().equals(event) ? 1 : 0;
    }
    return count;
  }

  /** A stop of a case by its event, as the page's anchors name it. */
  static String stop(String number, String event) {
    for (JsonNode stop : HUB.read("/api/v1/cases/" + number + "/trail", "operator").path("stops")) {
      if (stop.path("event").asText().equals(event)) {
        return stop.path("id").asText();
      }
    }
    throw new AssertionError(number + " has no stop " + event);
  }
}
