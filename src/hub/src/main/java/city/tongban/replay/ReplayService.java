package city.tongban.replay;

import city.tongban.bundle.Versions;
import city.tongban.bundle.Versions.Act;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.connector.Connector;
import city.tongban.delivery.RecordedDeliveries;
import city.tongban.delivery.RecordedDeliveries.Found;
import city.tongban.delivery.RecordedDeliveries.Recorded;
import city.tongban.trace.TraceStepView;
import city.tongban.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Maps recorded messages with the stylesheets of a version that is not active. Sends and stores
 * nothing. One replay at a time per node, limited in number and time; only a page of ids is in
 * memory.
 */
@Service
public class ReplayService {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final int PAGE = 50;

  private final Semaphore one = new Semaphore(1);
  private final Versions versions;
  private final RecordedDeliveries recordings;
  private final Traces trail;
  private final ApplicationEventPublisher events;
  private final Clock wall;

  ReplayService(
      Versions versions,
      RecordedDeliveries recordings,
      Traces trail,
      ApplicationEventPublisher events,
      Clock wall) {
    this.versions = versions;
    this.recordings = recordings;
    this.trail = trail;
    this.events = events;
    this.wall = wall;
  }

  /**
   * The selection of messages.
   *
   * @param mapping only this mapping; null for all
   * @param deliveries maximum number, the latest first
   * @param shown whether values are shown, which is recorded as an unmasking
   */
  public record Order(Duration since, @Nullable String mapping, int deliveries, boolean shown) {}

  public ReplayReport replay(String backEnd, byte[] zip, Order order, Act act) {
    if (!one.tryAcquire()) {
      throw Refusal.of("HUB-8031", "another replay is running on this node")
          .because("a node runs one replay at a time, to protect its cases")
          .fix("try again in a minute");
    }
    try {
      Connector other = versions.looked(backEnd, zip);
      ReplayReport report = replay(other, order);
      tell(other, report, order, act);
      return report;
    } finally {
      one.release();
    }
  }

  private ReplayReport replay(Connector other, Order order) {
    VersionComparison two = new VersionComparison(versions, other);
    ReplayReport.Tally tally = new ReplayReport.Tally();
    Instant now = wall.instant();
    Found last = null;
    int left = order.deliveries();
    while (left > 0) {
      List<Found> page =
          recordings.since(other.backEnd(), now.minus(order.since()), last, Math.min(PAGE, left));
      for (Found found : page) {
        if (wall.instant().isAfter(now.plus(PATIENCE))) {
          return tally.report(true);
        }
        look(found, other, two, order, tally);
        last = found;
      }
      left -= page.size();
      if (page.size() < PAGE) {
        return tally.report(left <= 0);
      }
    }
    return tally.report(true);
  }

  private void look(
      Found found, Connector other, VersionComparison two, Order order, ReplayReport.Tally tally) {
    try {
      Optional<Recorded> recorded = recordings.find(found.id());
      if (recorded.isEmpty()) {
        tally.gone();
        return;
      }
      if (wanted(recorded.get(), other, order)) {
        tally.delivery();
        request(recorded.get(), two, order, tally);
        answers(recorded.get(), two, order, tally);
      }
    } catch (HubException e) {
      tally.gone(); // its encryption key or its connector version is missing
    }
  }

  private static boolean wanted(Recorded recorded, Connector other, Order order) {
    return order.mapping() == null
        || VersionComparison.mapping(other, recorded.kind(), recorded.item())
            .filter(order.mapping()::equals)
            .isPresent();
  }

  private static void request(
      Recorded recorded, VersionComparison two, Order order, ReplayReport.Tally tally) {
    two.sentThen(recorded)
        .ifPresent(
            then -> {
              var message = new ReplayedMessage.Message(recorded.id().toString(), "request", null);
              tally.add(ReplayedMessage.of(message, then, two.sentNow(recorded), order.shown()));
            });
  }

  private void answers(
      Recorded recorded, VersionComparison two, Order order, ReplayReport.Tally tally) {
    for (TraceStepView stop : trail.of(recorded.id().caseNumber())) {
      Optional<InboundPayloads> incoming = InboundPayloads.of(stop, recorded.id());
      if (incoming.isEmpty()) {
        continue;
      }
      Optional<ReplayOutcome[]> heard =
          trail.body(stop.id(), true).flatMap(body -> two.heard(recorded, stop, body));
      if (heard.isEmpty()) {
        tally.gone();
        continue;
      }
      String what = incoming.get().name().toLowerCase(Locale.ROOT);
      var message = new ReplayedMessage.Message(recorded.id().toString(), what, stop.id());
      tally.add(ReplayedMessage.of(message, heard.get()[0], heard.get()[1], order.shown()));
    }
  }

  private void tell(Connector other, ReplayReport report, Order order, Act act) {
    events.publishEvent(
        new StepRecorded(
            TraceStep.at("connector", "replayed")
                .with(act.by())
                .versions(other.version(), null)
                .detail(MessageKey.REPLAYED, other.backEnd(), report.replayed())
                .build()));
    if (order.shown()) {
      report.messages().stream()
          .map(ReplayedMessage::delivery)
          .distinct()
          .map(DeliveryId::parse)
          .forEach(
              id ->
                  events.publishEvent(
                      new StepRecorded(
                          TraceStep.at("trace", "replay-shown")
                              .of(id)
                              .with(act.by())
                              .detail(MessageKey.PERSON_REASON, act.reason())
                              .build())));
    }
  }
}
