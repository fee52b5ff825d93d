package city.tongban.delivery;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Fault;
import city.tongban.canonical.Outage;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.connector.Doubt;
import city.tongban.connector.TransportFailures;
import city.tongban.delivery.AttemptTable.Loaded;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The steps of one attempt: one consumption of a lane's message is one attempt, never more. */
@Component
class AttemptService {
  /** What a node may be late beyond the call's own time-out before others doubt it. */
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

  AttemptService(
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
      @Value("${hub.node}") String node) {
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
    this.node = node;
  }

  void begin(Exchange exchange) {
    Message message = exchange.getMessage();
    DeliveryId id = DeliveryId.parse(message.getHeader("HubDelivery", String.class));
    int publish = message.getHeader("HubPublish", Integer.class);
    Optional<Loaded> loaded =
        published
            .take(new Outbox.Publish(id, publish))
            .map(table::opened)
            .or(() -> table.load(id, publish));
    if (loaded.isEmpty()) {
      exchange.setRouteStop(true); // an older publish of a delivery that has moved on
      return;
    }
    Loaded row = loaded.get();
    Connector connector = connectors.active(row.backEnd());
    if (!rateLimiter.await(connector, exchange)
        || !openingHours.open(connector)
        || circuitBreaker.holds(row.backEnd(), new Outbox.Publish(id, publish))) {
      recorder.closed(id);
      exchange.setRouteStop(true);
      return;
    }
    Attempt attempt = prepare(row, connector, clock.wall());
    attempt.putInto(exchange);
    if (connector.batch() == null) {
      start(exchange, attempt, row, publish);
    } else {
      MappedMessage kept = row.mapped();
      assembler.join(connector, row.id(), publish, kept == null ? map(attempt, row) : kept);
      exchange.setRouteStop(true);
    }
    relay.taken(connector);
  }

  void accepted(Exchange exchange) {
    Instant answerIn = clock.wall();
    Attempt attempt = Objects.requireNonNull(Attempt.of(exchange), "begin ran before");
    if (!mappings.readsReply(attempt.connector(), attempt.callSpec().mapping())) {
      recorder.handedOver(attempt, answerIn);
      return;
    }
    RawMessage wire = wire(exchange.getMessage());
    exchange.setProperty("HubWire", wire);
    exchange.setProperty("HubAnswerIn", answerIn);
    Answer answer = mappings.reply(attempt.connector(), attempt.callSpec().mapping(), wire);
    Answer meant = meant(attempt, answer);
    recorder.answered(attempt, meant, said(attempt, meant, wire), payload(attempt, wire), answerIn);
  }

  void failed(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    Attempt attempt = Attempt.of(exchange);
    if (attempt == null) {
      DeliveryId id =
          DeliveryId.parse(exchange.getMessage().getHeader("HubDelivery", String.class));
      recorder.neverBegun(id, failure);
      return;
    }
    RawMessage wire = exchange.getProperty("HubWire", RawMessage.class);
    recorder.failed(
        attempt,
        failure,
        exchange.getProperty(TransportFailures.ANSWERED) != null,
        wire == null ? unread(attempt, exchange) : payload(attempt, wire),
        exchange.getProperty("HubAnswerIn", Instant.class));
  }

  private Attempt prepare(Loaded row, Connector connector, Instant in) {
    boolean ask = row.doubtful() && connector.doubt() == Doubt.ASK;
    Map<String, String> parameters = parameters(row);
    CallSpec callSpec =
        ask ? CallSpec.ask(connector, parameters) : callSpec(row, connector, parameters);
    return new Attempt(
        row.id(),
        row.kind(),
        connector,
        callSpec,
        null,
        0,
        row.tries(),
        ask,
        row.doubtful(),
        in,
        null);
  }

  private void start(Exchange exchange, Attempt attempt, Loaded row, int publish) {
    MappedMessage kept = attempt.ask() ? null : row.mapped();
    MappedMessage fresh = kept == null ? map(attempt, row) : null;
    MappedMessage mapped = kept == null ? Objects.requireNonNull(fresh) : kept;
    Instant lease = clock.wall().plus(attempt.connector().limits().timeout()).plus(GRACE);
    AttemptTable.Begin begin =
        new AttemptTable.Begin(
            node, attempt.ask(), attempt.ask() ? null : fresh, attempt.connector().version());
    Optional<Attempt> begun = recorder.begin(attempt.with(mapped), row, publish, begin, lease);
    if (begun.isEmpty()) {
      exchange.setRouteStop(true);
      return;
    }
    begun.get().putInto(exchange);
    ready(exchange.getMessage(), begun.get(), mapped, row.traceparent());
  }

  private MappedMessage map(Attempt attempt, Loaded row) {
    return mappings.request(
        attempt.connector(),
        attempt.callSpec().mapping(),
        Objects.requireNonNull(row.canonical(), "loaded while nothing is mapped"),
        parameters(row));
  }

  /** What a mapping and a call may quote beside the case itself. */
  private static Map<String, String> parameters(Loaded row) {
    return Map.of(
        "delivery", row.id().toString(),
        "original", new DeliveryId(row.id().caseNumber(), 1).toString(),
        "reason", row.note() == null ? "" : row.note());
  }

  private static void ready(
      Message message, Attempt attempt, MappedMessage mapped, String traceparent) {
    message.removeHeaders("*");
    message.setHeader("HubBackEnd", attempt.connector().backEnd());
    message.setHeader("HubConnectorVersion", attempt.connector().version());
    message.setHeader("HubDelivery", attempt.id().toString());
    message.setHeader("HubCall", attempt.callSpec().call());
    message.setHeader("traceparent", traceparent);
    message.setHeader(Exchange.CONTENT_TYPE, mapped.contentType());
    message.setBody(mapped.bytes());
  }

  private static CallSpec callSpec(
      Loaded row, Connector connector, Map<String, String> parameters) {
    return row.kind() == DeliveryKind.WITHDRAW
        ? CallSpec.withdraw(connector, parameters)
        : CallSpec.submit(connector, row.item(), parameters);
  }

  /** What an answer means for the kind of attempt it answers. */
  private static Answer meant(Attempt attempt, Answer answer) {
    if (answer.outcome() == Outcome.BUSY) {
      throw Outage.of("HUB-4012", "%s asks us to come back later", attempt.connector().backEnd())
          .because(answer.reason() == null ? "it did not say why" : answer.reason());
    }
    if (attempt.ask()) {
      return attempt.kind() == DeliveryKind.WITHDRAW
          ? answer.as(ofWithdrawal(answer.outcome()))
          : answer;
    }
    if (answer.outcome() != Outcome.UNKNOWN) {
      return answer;
    }
    if (attempt.kind() == DeliveryKind.WITHDRAW) {
      return answer.as(Outcome.WITHDRAWN); // they never had the case: nothing is left to take back
    }
    throw Fault.of(
        "HUB-9010",
        "%s says it does not know what it was just sent",
        attempt.connector().backEnd());
  }

  /** Asked about a withdrawal, a department tells how the application stands. */
  private static Outcome ofWithdrawal(Outcome application) {
    return switch (application) {
      case APPROVED, REJECTED, TOO_LATE -> Outcome.TOO_LATE;
      case WITHDRAWN, NOT_ACCEPTED -> Outcome.WITHDRAWN;
      case ACCEPTED, UNDER_REVIEW, UNKNOWN, BUSY, FOUND, NOT_FOUND -> Outcome.UNKNOWN;
    };
  }

  private static RawMessage wire(Message message) {
    Integer status = message.getHeader("HubStatus", Integer.class);
    byte[] body = message.getBody(byte[].class);
    String type = message.getHeader(Exchange.CONTENT_TYPE, String.class);
    return new RawMessage(status == null ? 0 : status, body == null ? new byte[0] : body, type);
  }

  /** An answer that the transport itself refused, as far as it was read: it is evidence. */
  private @Nullable Payload unread(Attempt attempt, Exchange exchange) {
    String type = exchange.getProperty(TransportFailures.ANSWERED, String.class);
    return type != null && exchange.getMessage().getBody() instanceof byte[] bytes
        ? payload(attempt, new RawMessage(0, bytes, type.isEmpty() ? null : type))
        : null;
  }

  /** What the trail tells of an answer; also when its charset was another than it declared. */
  private String said(Attempt attempt, Answer answer, RawMessage wire) {
    return answer.outcome()
        + mappings
            .mislabelled(attempt.connector(), wire)
            .map(charset -> "; its bytes are %s, whatever it declares".formatted(charset))
            .orElse("");
  }

  /** The type says how the bytes are to be read, which their sender may not have known. */
  private Payload payload(Attempt attempt, RawMessage wire) {
    String declared = wire.contentType() == null ? "application/octet-stream" : wire.contentType();
    String type =
        mappings
            .mislabelled(attempt.connector(), wire)
            .map(charset -> declared.replaceFirst(";.*", "") + ";charset=" + charset)
            .orElse(declared);
    return new Payload(wire.bytes(), type);
  }
}
