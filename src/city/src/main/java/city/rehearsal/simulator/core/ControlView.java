package city.rehearsal.simulator.core;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the control port says, as JSON.
 *
 * @param contexts the departments, by the back-end's name
 */
record ControlView(Map<String, DepartmentContext> contexts, BusinessClock clock) {
  JsonNode health() {
    ObjectNode health = Json.object().put("status", "UP");
    contexts.forEach((name, context) -> health.put(name, context.store().all().size()));
    return health;
  }

  JsonNode time() {
    return Json.object()
        .put("wall", Instant.now().toString())
        .put("business", clock.local().toString())
        .put("speed", clock.speed());
  }

  /** The next decision that waits for the business clock; others come without stepping it. */
  JsonNode nextDue() {
    Instant now = clock.now();
    Optional<String> next =
        contexts.values().stream()
            .flatMap(context -> context.store().all().stream())
            .filter(message -> message.status().undecided())
            .map(message -> message.plan() == null ? null : message.plan().decideOn())
            .filter(Objects::nonNull)
            .filter(due -> due.isAfter(now))
            .min(Comparator.naturalOrder())
            .map(BusinessClock::stamp);
    return Json.MAPPER.valueToTree(next.orElse(null));
  }

  /** Everything that a department has stored, one after the other: it may be a hundred thousand. */
  void writeMessages(DepartmentContext context, OutputStream to) throws IOException {
    try (JsonGenerator out = Json.MAPPER.getFactory().createGenerator(to)) {
      out.writeStartArray();
      for (StoredMessage stored : context.store().all()) {
        Json.MAPPER.writeValue(out, message(stored));
      }
      out.writeEndArray();
    }
  }

  private static ObjectNode message(StoredMessage stored) {
    ObjectNode message = Json.MAPPER.valueToTree(stored.message());
    return message
        .put("verdict", stored.status().shown())
        .put("reason", stored.reason())
        .put("serial", stored.serial())
        .put("at", BusinessClock.stamp(stored.at()))
        .put("told", stored.acknowledged().size());
  }

  /** The faults that each department can have. */
  JsonNode kinds() {
    ObjectNode kinds = Json.object();
    contexts.forEach(
        (name, context) ->
            context.faults().supported().forEach(kind -> kinds.withArray(name).add(kind.word())));
    return kinds;
  }

  /** The faults that are active. */
  JsonNode faults() {
    ObjectNode faults = Json.object();
    contexts.forEach(
        (name, context) ->
            context
                .faults()
                .settings()
                .forEach(
                    setting ->
                        faults
                            .withArray(name)
                            .addObject()
                            .put("fault", setting.kind().word())
                            .put("count", setting.count())
                            .put("share", setting.share())));
    return faults;
  }
}
