package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The pushed notices of one centre, in order and without repeats. */
final class WebhookInbox {
  private final String centre;
  private final HubClient hub;
  private final WebhookSignature seal;
  private final Map<Long, String> ids = new HashMap<>();
  private long last;

  WebhookInbox(String centre, HubClient hub, WebhookSignature seal, long last) {
    this.centre = centre;
    this.hub = hub;
    this.seal = seal;
    this.last = last;
  }

  String centre() {
    return centre;
  }

  HubClient hub() {
    return hub;
  }

  WebhookSignature seal() {
    return seal;
  }

  synchronized long last() {
    return last;
  }

  /** The deviation of a pushed notice, if any; a repeat is no deviation. */
  synchronized Optional<String> take(JsonNode event, TrackedCases accounts) {
    JsonNode data = event.path("data");
    long number = data.path("number").asLong();
    String id = event.path("id").asText();
    if (number <= last) {
      return id.equals(ids.get(number))
          ? Optional.empty()
          : Optional.of(
              "notice %d of %s came twice with different content".formatted(number, centre));
    }
    Optional<String> deviation =
        number == last + 1
            ? Optional.empty()
            : Optional.of("the pushes to %s go from %d to %d".formatted(centre, last, number));
    ids.put(number, id);
    last = number;
    accounts.told(InboxNotice.of(centre, data, System.nanoTime()));
    return deviation;
  }
}
