package city.tongban.delivery;

import city.tongban.canonical.Answer;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.StoredText;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.cases.NoticeRequested;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.lane.LaneCircuitBreaker;
import city.tongban.delivery.lane.LaneOutage;
import city.tongban.delivery.lane.LaneTable;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.delivery.outbox.DeliveryTable;
import city.tongban.delivery.outbox.DeliveryTable.Tries;
import city.tongban.delivery.outbox.DeliveryTable.Waiting;
import city.tongban.delivery.outbox.DeliveryViews;
import city.tongban.delivery.outbox.OutboxRelay;
import city.tongban.delivery.outcome.AnswerRecorder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The trips of cases to back-ends: reading them, and what an operator may do with one. */
@Service
public class Deliveries {
  private final DeliveryTable table;
  private final DeliveryViews views;
  private final LaneTable lanes;
  private final LaneCircuitBreaker circuitBreaker;
  private final AnswerRecorder answers;
  private final OutboxRelay relay;
  private final Cases cases;
  private final Connectors connectors;
  private final OpeningHours openingHours;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Deliveries(
      DeliveryTable table,
      DeliveryViews views,
      LaneTable lanes,
      LaneCircuitBreaker circuitBreaker,
      AnswerRecorder answers,
      OutboxRelay relay,
      Cases cases,
      Connectors connectors,
      OpeningHours openingHours,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.table = table;
    this.views = views;
    this.lanes = lanes;
    this.circuitBreaker = circuitBreaker;
    this.answers = answers;
    this.relay = relay;
    this.cases = cases;
    this.connectors = connectors;
    this.openingHours = openingHours;
    this.clock = clock;
    this.events = events;
  }

  /** Applies a message that a department sent by itself. Joins the caller's transaction. */
  public void answered(DeliveryId id, String backEnd, Answer answer) {
    answers.apply(id, backEnd, answer, null);
  }

  public List<DeliveryView> of(CaseNumber number) {
    return views.of(number).stream().map(this::explained).toList();
  }

  public Optional<DeliveryView> find(DeliveryId id) {
    return views.find(id).map(this::explained);
  }

  /** The delivery that a department knows by its own number. */
  public Optional<DeliveryId> byTheirNumber(String backEnd, String theirNumber) {
    return views.byTheirNumber(backEnd, theirNumber);
  }

  /** The longest unmoved first. */
  public List<DeliveryView> inState(DeliveryState state, @Nullable String backEnd, int limit) {
    return views.inState(state, backEnd, limit).stream().map(this::explained).toList();
  }

  /** When the next closed lane with something waiting opens, business clock; empty when none is. */
  public Optional<Instant> nextOpening() {
    return lanes.waitingFor().stream()
        .map(connectors::active)
        .filter(connector -> !openingHours.open(connector))
        .flatMap(connector -> openingHours.next(connector).stream())
        .min(Instant::compareTo);
  }

  /**
   * Sends a parked delivery again and counts its tries anew. One in doubt first asks the back-end
   * whether it arrived, where the connector can.
   */
  @Transactional
  public void resend(DeliveryId id, String who, String reason) {
    CaseView about = cases.lock(id.caseNumber());
    DeliveryView delivery = get(id);
    if (delivery.state() != DeliveryState.PARKED && delivery.state() != DeliveryState.UNCONFIRMED) {
      throw illegal(delivery, "sent again");
    }
    Instant now = clock.wall();
    Waiting anew = new Waiting(null, null, delivery.doubtful(), Tries.FORGOTTEN);
    table.release(id, now, anew, now);
    tell(id, "resent", who, reason);
    relay.wakeAfterCommit(about.backEnd());
  }

  /** Cancels a delivery for good and releases the next one. */
  @Transactional
  public void cancel(DeliveryId id, String who, String reason) {
    CaseView about = cases.lock(id.caseNumber());
    DeliveryView delivery = get(id);
    if (!table.cancel(id, StoredText.of(reason), false, clock.wall())) {
      throw illegal(delivery, "cancelled");
    }
    tell(id, "cancelled", who, reason);
    events.publishEvent(new NoticeRequested(about, "city.tongban.delivery.cancelled", null));
    answers.openNext(id.caseNumber(), delivery.backEnd());
  }

  private DeliveryView get(DeliveryId id) {
    return views
        .find(id)
        .orElseThrow(
            () ->
                Refusal.of("HUB-4002", "there is no delivery %s", id)
                    .fix("list the case's deliveries"));
  }

  private DeliveryView explained(DeliveryView delivery) {
    if (delivery.state() != DeliveryState.WAITING) {
      return delivery;
    }
    Optional<LaneOutage> outage = circuitBreaker.outage(delivery.backEnd());
    if (outage.isPresent()) {
      return delivery.because(open(outage.get()));
    }
    if (delivery.reason() != null) {
      return delivery;
    }
    Connector lane = connectors.active(delivery.backEnd());
    return openingHours.open(lane) ? delivery : delivery.because(closed(lane));
  }

  private KeyedMessage closed(Connector lane) {
    return openingHours
        .next(lane)
        .map(MessageKey.LANE_OPENS::with)
        .orElse(MessageKey.LANE_WITHOUT_CALENDAR.with());
  }

  private static KeyedMessage open(LaneOutage outage) {
    return MessageKey.CIRCUIT_OPEN.with(
        KeyedMessage.code("code", outage.code()),
        outage.since(),
        outage.probes(),
        outage.probeAt());
  }

  private void tell(DeliveryId id, String event, String who, String reason) {
    events.publishEvent(
        new StepRecorded(
            TraceStep.at("delivery", event)
                .of(id)
                .with(who)
                .detail(MessageKey.PERSON_REASON, reason)
                .build()));
  }

  private static Refusal illegal(DeliveryView delivery, String act) {
    return Refusal.of(
            "HUB-4003", "delivery %s is %s and cannot be %s", delivery.id(), delivery.state(), act)
        .because("only what stands still can be sent again, only what is not under way cancelled")
        .fix("read the delivery again; it may have moved since you looked");
  }
}
