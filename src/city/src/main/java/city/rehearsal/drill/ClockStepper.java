package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.ServerUnreachable;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Steps the business clock of the hub, then of the simulators, to the same time. */
record ClockStepper(HubClient operator, HubClient simulators) {
  /** Due times closer together than this are taken in one step. */
  private static final Duration STRIDE = Duration.ofMinutes(30);

  OffsetDateTime now() {
    return time(operator.get("/api/v1/clock").orThrow().path("business")).orElseThrow();
  }

  /** Whether the hub answers. */
  boolean answer() {
    try {
      return operator.get("/api/v1/clock").ok();
    } catch (ServerUnreachable e) {
      return false;
    }
  }

  void handOver() {
    simulators.post("/control/clock", operator.get("/api/v1/clock").orThrow()).orThrow();
  }

  /** Steps to the next due time; false when neither side waits for a business time. */
  boolean step() {
    Optional<OffsetDateTime> due =
        Stream.of(due(operator, "/api/v1/clock/next-due"), due(simulators, "/control/next-due"))
            .flatMap(Optional::stream)
            .min(Comparator.comparing(OffsetDateTime::toInstant));
    if (due.isEmpty()) {
      return false;
    }
    OffsetDateTime now = now();
    OffsetDateTime then = due.get().isAfter(now) ? due.get() : now;
    String target = CaseGenerator.text(then.plus(STRIDE));
    operator.post("/api/v1/clock", Map.of("business", target)).orThrow();
    handOver();
    return true;
  }

  private static Optional<OffsetDateTime> due(HubClient side, String path) {
    JsonNode answer = side.get(path).orThrow();
    return answer.isObject() ? time(answer.path("nextDue")) : time(answer);
  }

  private static Optional<OffsetDateTime> time(JsonNode text) {
    return Optional.of(text)
        .filter(JsonNode::isTextual)
        .map(t -> OffsetDateTime.parse(Objects.requireNonNull(t.textValue())));
  }
}
