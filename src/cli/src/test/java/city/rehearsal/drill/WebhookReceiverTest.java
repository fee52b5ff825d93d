package city.rehearsal.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.HubClient;
import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The drill's postbox and the real hub understand each other. */
class WebhookReceiverTest {
  private static final String CENTRE = Applications.CENTRE;
  private static final String INBOX = "/api/v1/centres/" + CENTRE + "/inbox";
  private static final String WEB_HOOK = "/api/v1/centres/" + CENTRE + "/web-hook";

  private final RunningHub hub = RunningHub.get();
  private final HubClient centre = HubClient.of(hub.address(), hub.token("centre-" + CENTRE));
  private final TrackedCases accounts = new TrackedCases();

  @Test
  void whatTheHubPushesIsTakenAsItsOwnInOrderAndWhole() throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.near(hub.address(), accounts)) {
      assertThat(receiver.open(CENTRE, centre, last())).isTrue();
      String number = hub.receipted(Applications.lease(5200));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  accounts.strays().stream()
                      .anyMatch(
                          n -> n.caseNumber().equals(number) && n.end() == CaseOutcome.APPROVED));

      receiver.complete(Duration.ofSeconds(20));

      assertThat(accounts.deviations()).isEmpty();
      assertThat(centre.get(WEB_HOOK).status()).isEqualTo(200);
    }
    assertThat(centre.get(WEB_HOOK).status()).as("none is left behind").isEqualTo(404);
  }

  @Test
  void aWebHookThatIsThereAlreadyIsLeftAlone() {
    centre.put(WEB_HOOK, Map.of("url", "http://127.0.0.1:9/"));
    try (WebhookReceiver receiver = WebhookReceiver.near(hub.address(), accounts)) {
      assertThat(receiver.open(CENTRE, centre, 0)).isFalse();
    }
    assertThat(centre.get(WEB_HOOK).body().path("url").asText()).isEqualTo("http://127.0.0.1:9/");
    centre.delete(WEB_HOOK);
  }

  @Test
  void aHubOnAnotherMachineDoesNotReachIt() {
    try (WebhookReceiver receiver =
        WebhookReceiver.near(URI.create("https://hub.example"), accounts)) {
      assertThat(receiver.open(CENTRE, centre, 0)).isFalse();
      assertThat(receiver.centres()).isZero();
    }
  }

  private long last() {
    long after = 0;
    while (true) {
      long next = centre.get(INBOX + "?limit=500&after=" + after).body().path("next").asLong();
      if (next == after) {
        return after;
      }
      after = next;
    }
  }
}
