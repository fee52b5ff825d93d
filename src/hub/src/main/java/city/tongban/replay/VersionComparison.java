package city.tongban.replay;

import city.tongban.bundle.Versions;
import city.tongban.canonical.Answer;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.StoredText;
import city.tongban.connector.Connector;
import city.tongban.connector.Operation;
import city.tongban.connector.Service;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.RecordedDeliveries.Recorded;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import city.tongban.trace.TraceStepView;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Recorded messages through the sheets of two versions: the one that was active then, and another.
 * Has sheets and keys of its own, so that what it compiles goes with it and nothing is sealed.
 */
final class VersionComparison {
  /** The trail keeps no status; the first under which the version of then says what it said. */
  private static final int[] STATUSES = {200, 201, 422, 404, 409, 400, 500};

  private final Mappings mappings = Mappings.forTools();
  private final Map<String, Connector> kept = new HashMap<>();
  private final Versions versions;
  private final Connector other;

  VersionComparison(Versions versions, Connector other) {
    this.versions = versions;
    this.other = other;
  }

  /** The mapping that writes a delivery's message; empty when this version does not offer it. */
  static Optional<String> mapping(Connector connector, DeliveryKind kind, String item) {
    return kind == DeliveryKind.WITHDRAW
        ? connector.operation(Connector.WITHDRAW).map(Operation::mapping)
        : connector.service(item).map(Service::mapping);
  }

  /** What was sent, or the code for which nothing was; empty when it was never tried. */
  Optional<ReplayOutcome> sentThen(Recorded recorded) {
    MappedMessage mapped = recorded.mapped();
    if (mapped == null) {
      String code = recorded.errorCode();
      return code == null || !code.startsWith("HUB-9")
          ? Optional.empty()
          : Optional.of(ReplayOutcome.refused(code));
    }
    Connector then = version(recorded.backEnd(), mapped.version());
    return Optional.of(
        ReplayOutcome.of(
            () -> wantsRemaking(recorded) ? made(then, recorded) : fields(then, mapped.bytes())));
  }

  ReplayOutcome sentNow(Recorded recorded) {
    return ReplayOutcome.of(() -> made(other, recorded));
  }

  /**
   * Whether the bytes of then say too little: a field is sealed, anew each time, or a line has no
   * names in it. Then the version of then makes its message once more.
   */
  boolean wantsRemaking(Recorded recorded) {
    if (other.batch() != null) {
      return true;
    }
    try {
      String text = mappings.text(other, request(other, recorded).bytes());
      return !Mappings.readable(text).equals(text);
    } catch (HubException e) {
      return false;
    }
  }

  /**
   * What was understood of something that came in, then and now; empty when the version of then no
   * longer says what it said.
   */
  Optional<ReplayOutcome[]> heard(Recorded recorded, TraceStepView stop, byte[] body) {
    String type = stop.in() == null ? null : stop.in().contentType();
    String version = stop.connectorVersion();
    if (stop.problem() != null) {
      RawMessage wire = new RawMessage(STATUSES[0], body, type);
      ReplayOutcome now = understood(other, recorded, stop, wire);
      return Optional.of(new ReplayOutcome[] {ReplayOutcome.refused(stop.problem().code()), now});
    }
    Connector then = version == null ? null : version(recorded.backEnd(), version);
    for (int status : STATUSES) {
      RawMessage wire = new RawMessage(status, body, type);
      ReplayOutcome before = then == null ? null : understood(then, recorded, stop, wire);
      if (before != null && said(stop, before)) {
        return Optional.of(new ReplayOutcome[] {before, understood(other, recorded, stop, wire)});
      }
    }
    return Optional.empty();
  }

  /** What came in, as an example of the active version has it. */
  record Said(String what, String mapping, String document, @Nullable Integer status) {}

  /** Empty where nothing can be read of it. */
  Optional<Said> example(Recorded recorded, TraceStepView stop, byte[] body) {
    String type = stop.in() == null ? null : stop.in().contentType();
    boolean result = stop.stage().equals("result");
    boolean asked = stop.event().equals("inquiry-answered");
    String what = result ? "result" : asked ? "ask" : "reply";
    try {
      String document =
          mappings.document(other, result ? "result" : "reply", new RawMessage(0, body, type));
      return Optional.of(
          new Said(
              what,
              mappingOfAnswer(other, recorded, stop),
              document,
              result ? null : status(recorded, stop, body, type)));
    } catch (HubException e) {
      return Optional.empty();
    }
  }

  private int status(Recorded recorded, TraceStepView stop, byte[] body, @Nullable String type) {
    for (int status : STATUSES) {
      if (said(stop, understood(other, recorded, stop, new RawMessage(status, body, type)))) {
        return status;
      }
    }
    return STATUSES[0];
  }

  /** The step names the outcome as its first argument; as its first word before version 0.2.0. */
  private static boolean said(TraceStepView stop, ReplayOutcome meaning) {
    String outcome = meaning.fields().get("outcome");
    StoredText detail = stop.detail();
    if (outcome == null || detail == null) {
      return false;
    }
    KeyedMessage message = detail.message();
    return message == null
        ? Objects.requireNonNull(detail.text()).startsWith(outcome)
        : message.arguments().get(0).equals(KeyedMessage.code("answer", outcome));
  }

  private ReplayOutcome understood(
      Connector c, Recorded recorded, TraceStepView stop, RawMessage wire) {
    return ReplayOutcome.of(() -> ReplayOutcome.fields(answer(c, recorded, stop, wire)));
  }

  private Answer answer(Connector c, Recorded recorded, TraceStepView stop, RawMessage wire) {
    String mapping = mappingOfAnswer(c, recorded, stop);
    return stop.stage().equals("result")
        ? mappings.result(c, mapping, wire)
        : mappings.reply(c, mapping, wire);
  }

  private static String mappingOfAnswer(Connector c, Recorded recorded, TraceStepView stop) {
    if (stop.stage().equals("result")) {
      return operation(c, Connector.RESULTS);
    }
    return stop.event().equals("inquiry-answered")
        ? operation(c, Connector.ASK)
        : mappingOf(c, recorded);
  }

  private static String operation(Connector c, String name) {
    return c.operation(name).map(Operation::mapping).orElse("");
  }

  private SortedMap<String, String> made(Connector c, Recorded recorded) {
    MappedMessage mapped = request(c, recorded);
    return c.batch() == null
        ? fields(c, mapped.bytes())
        : DocumentFields.of(
            mappings.transformed(
                c, mappingOf(c, recorded), recorded.canonical(), parameters(recorded)));
  }

  private MappedMessage request(Connector c, Recorded recorded) {
    return mappings.request(c, mappingOf(c, recorded), recorded.canonical(), parameters(recorded));
  }

  private static String mappingOf(Connector c, Recorded recorded) {
    return mapping(c, recorded.kind(), recorded.item()).orElse("");
  }

  private static Map<String, String> parameters(Recorded recorded) {
    return Map.of(
        "delivery", recorded.id().toString(),
        "original", new DeliveryId(recorded.id().caseNumber(), 1).toString(),
        "reason", recorded.reason());
  }

  private SortedMap<String, String> fields(Connector c, byte[] bytes) {
    return DocumentFields.of(Mappings.readable(mappings.text(c, bytes)));
  }

  private Connector version(String backEnd, String version) {
    return kept.computeIfAbsent(version, v -> versions.kept(backEnd, v));
  }
}
