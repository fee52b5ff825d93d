package city.tongban.replay;

import city.tongban.bundle.Versions;
import city.tongban.bundle.Versions.Act;
import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.RecordedDeliveries;
import city.tongban.delivery.RecordedDeliveries.Recorded;
import city.tongban.replay.RecordedExample.Heard;
import city.tongban.trace.TraceStepView;
import city.tongban.trace.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Makes examples of recorded cases. Persons are replaced before anything leaves the hub. */
@Service
public class RecordedExamples {
  private final Connectors connectors;
  private final Versions versions;
  private final RecordedDeliveries recordings;
  private final Traces trail;
  private final ApplicationEventPublisher events;

  RecordedExamples(
      Connectors connectors,
      Versions versions,
      RecordedDeliveries recordings,
      Traces trail,
      ApplicationEventPublisher events) {
    this.connectors = connectors;
    this.versions = versions;
    this.recordings = recordings;
    this.trail = trail;
    this.events = events;
  }

  /** The example of a delivery with the back-end's messages, or of one step with its message. */
  public RecordedExample of(String id, Act act) {
    Optional<TraceStepView> stop = id.contains("/") ? Optional.empty() : trail.find(id);
    DeliveryId delivery = stop.isPresent() ? delivery(stop.get()) : parsed(id);
    Recorded recorded = found(delivery);
    Connector connector = connectors.active(recorded.backEnd());
    Anonymizer disguise = new Anonymizer();
    CaseFile file = disguise.of(CanonicalXml.read(recorded.canonical()));
    List<Heard> heard = heard(recorded, stop.orElse(null), connector, disguise);
    String reason = disguise.of(recorded.reason());
    if (!reason.isEmpty()) {
      disguise.lookAt().add("parameters.reason");
    }
    // before anything leaves the hub
    events.publishEvent(
        new StepRecorded(
            TraceStep.at("trace", "example-recorded")
                .of(delivery)
                .with(act.by())
                .detail(MessageKey.PERSON_REASON, act.reason())
                .build()));
    return new RecordedExample(
        recorded.backEnd(),
        VersionComparison.mapping(connector, recorded.kind(), recorded.item())
            .orElseThrow(this::noMapping),
        recorded.item(),
        new DeliveryId(file.number(), delivery.sequence()).toString(),
        new DeliveryId(file.number(), 1).toString(),
        reason,
        disguise.of(CanonicalXml.write(file)),
        heard,
        disguise.lookAt());
  }

  private List<Heard> heard(
      Recorded recorded, @Nullable TraceStepView only, Connector connector, Anonymizer disguise) {
    VersionComparison two = new VersionComparison(versions, connector);
    List<Heard> all = new ArrayList<>();
    for (TraceStepView stop : trail.of(recorded.id().caseNumber())) {
      boolean wanted = only == null || only.id().equals(stop.id());
      if (wanted && InboundPayloads.of(stop, recorded.id()).isPresent()) {
        trail
            .body(stop.id(), true)
            .flatMap(body -> two.example(recorded, stop, body))
            .ifPresent(
                said -> {
                  all.add(
                      new Heard(
                          said.what(),
                          said.mapping(),
                          disguise.of(said.document()),
                          said.status()));
                  disguise.lookAt().add("the department's number and reason");
                });
      }
    }
    return all;
  }

  private Recorded found(DeliveryId delivery) {
    try {
      return recordings.find(delivery).orElseThrow(() -> gone(delivery.toString()));
    } catch (HubException e) {
      throw gone(delivery.toString());
    }
  }

  private DeliveryId delivery(TraceStepView stop) {
    if (stop.caseNumber() == null || stop.deliverySequence() == null) {
      throw gone(stop.id());
    }
    return new DeliveryId(new CaseNumber(stop.caseNumber()), stop.deliverySequence());
  }

  private static DeliveryId parsed(String id) {
    try {
      return DeliveryId.parse(id);
    } catch (HubException e) {
      throw gone(id);
    }
  }

  private Refusal noMapping() {
    return Refusal.of("HUB-8032", "the active version has no mapping for this item")
        .fix("choose a delivery of an item that is still offered");
  }

  private static Refusal gone(String id) {
    return Refusal.of("HUB-8032", "no recorded message can make an example of %s", id)
        .because("it is neither a delivery nor a step of one, or its payload has been removed")
        .fix("take the id from ./hub trail or from the case's page");
  }
}
