package city.tongban.delivery.attempt;

import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.connector.Doubt;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.batch.BatchAssembler;
import city.tongban.delivery.lane.LaneCircuitBreaker;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.lane.LaneRateLimiter;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.delivery.outbox.OutboxRelay;
import city.tongban.delivery.outbox.PublishedRowCache;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.Mappings;
import city.tongban.node.NodeProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a delivery from its lane: checks that it may go now, maps it, commits its attempt. */
@Component
public class AttemptStarter {
  /** How late a node's outcome may be beyond the call's time-out before the attempt is orphaned. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final AttemptTable table;
  private final PublishedRowCache published;
  private final LaneCircuitBreaker circuitBreaker;
  private final AttemptRecorder recorder;
  private final BatchAssembler assembler;
  private final OutboxRelay relay;
  private final Connectors connectors;
  private final Mappings mappings;
  private final LaneRateLimiter rateLimiter;
  private final OpeningHours openingHours;
  private final BusinessClock clock;
  private final String node;

  AttemptStarter(
      AttemptTable table,
      PublishedRowCache published,
      LaneCircuitBreaker circuitBreaker,
      AttemptRecorder recorder,
      BatchAssembler assembler,
      OutboxRelay relay,
      Connectors connectors,
      Mappings mappings,
      LaneRateLimiter rateLimiter,
      OpeningHours openingHours,
      BusinessClock clock,
      NodeProperties properties) {
    this.table = table;
    this.published = published;
    this.circuitBreaker = circuitBreaker;
    this.recorder = recorder;
    this.assembler = assembler;
    this.relay = relay;
    this.connectors = connectors;
    this.mappings = mappings;
    this.rateLimiter = rateLimiter;
    this.openingHours = openingHours;
    this.clock = clock;
    this.node = properties.node();
  }

  /**
   * Loads the delivery of a message and decides what its attempt would do.
   *
   * @param stopping whether the hub is shutting down; then nobody waits for the rate limit
   * @return empty when the message is stale, or the lane cannot take the delivery now
   */
  public Optional<Attempt> prepare(LaneMessage message, BooleanSupplier stopping) {
    Optional<LoadedDelivery> loaded =
        published.take(message).map(table::opened).or(() -> table.load(message));
    if (loaded.isEmpty()) {
      return Optional.empty(); // an older publish of a delivery that has moved on
    }
    LoadedDelivery delivery = loaded.get();
    Connector connector = connectors.active(delivery.backEnd());
    if (!mayGo(connector, message, stopping)) {
      recorder.putBack(message.id());
      return Optional.empty();
    }
    return Optional.of(attempt(delivery, message.publish(), connector));
  }

  /** In this order: the lane may close, or its circuit breaker open, during the wait. */
  private boolean mayGo(Connector connector, LaneMessage message, BooleanSupplier stopping) {
    return rateLimiter.await(connector, stopping)
        && openingHours.open(connector)
        && !circuitBreaker.holds(connector.backEnd(), message);
  }

  private Attempt attempt(LoadedDelivery delivery, int publish, Connector connector) {
    boolean ask = delivery.doubtful() && connector.doubt() == Doubt.ASK;
    CallSpec spec =
        ask ? CallSpec.ask(connector, delivery.parameters()) : callSpec(delivery, connector);
    return new Attempt(delivery, publish, connector, spec, ask, null, 0, clock.wall(), null);
  }

  private static CallSpec callSpec(LoadedDelivery delivery, Connector connector) {
    Map<String, String> parameters = delivery.parameters();
    return delivery.kind() == DeliveryKind.WITHDRAW
        ? CallSpec.withdraw(connector, parameters)
        : CallSpec.submit(connector, delivery.item(), parameters);
  }

  /**
   * Maps the delivery and commits that its attempt begins; for a back-end that takes batches the
   * delivery joins the open batch instead.
   *
   * @return the attempt whose call is to be made; empty when there is none to make
   */
  public Optional<Attempt> begin(Attempt attempt) {
    Optional<Attempt> begun =
        attempt.connector().batch() == null ? commit(attempt) : joinBatch(attempt);
    relay.taken(attempt.connector());
    return begun;
  }

  private Optional<Attempt> commit(Attempt attempt) {
    @Nullable MappedMessage stored = attempt.ask() ? null : attempt.delivery().mapped();
    MappedMessage mapped = stored == null ? map(attempt) : stored;
    @Nullable MappedMessage toStore = stored == null && !attempt.ask() ? mapped : null;
    Instant lease = clock.wall().plus(attempt.connector().limits().timeout()).plus(GRACE);
    AttemptTable.Begin begin =
        new AttemptTable.Begin(node, attempt.ask(), toStore, attempt.connector().version());
    return recorder.begin(attempt.with(mapped), begin, lease);
  }

  private Optional<Attempt> joinBatch(Attempt attempt) {
    @Nullable MappedMessage stored = attempt.delivery().mapped();
    MappedMessage line = stored == null ? map(attempt) : stored;
    assembler.join(attempt.connector(), attempt.id(), attempt.publish(), line);
    return Optional.empty();
  }

  private MappedMessage map(Attempt attempt) {
    return mappings.request(
        attempt.connector(),
        attempt.callSpec().mapping(),
        Objects.requireNonNull(attempt.delivery().canonical(), "loaded while nothing is mapped"),
        attempt.delivery().parameters());
  }
}
