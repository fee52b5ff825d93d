package city.tongban.console;

import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.cases.Cases;
import city.tongban.trace.TraceStepView;
import city.tongban.trace.TraceStepView.Body;
import city.tongban.trace.Traces;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads residents' data for a user; every read writes a trace step (P8). */
@Component
class PayloadAccess {
  private final Traces trail;
  private final Cases cases;
  private final ApplicationEventPublisher events;

  PayloadAccess(Traces trail, Cases cases, ApplicationEventPublisher events) {
    this.trail = trail;
    this.cases = cases;
    this.events = events;
  }

  TraceStepView stop(String id) {
    return trail.find(id).orElseThrow(() -> unknown(id));
  }

  Payload read(TraceStepView stop, String way, ConsoleUser user) {
    Body body = way.equals("in") ? stop.in() : stop.out();
    byte[] bytes = trail.body(stop.id(), way.equals("in")).orElse(null);
    if (body == null || bytes == null) {
      throw unknown(stop.id() + "/" + way);
    }
    CaseNumber about = stop.caseNumber() == null ? null : new CaseNumber(stop.caseNumber());
    tell(
        "payload-read",
        about,
        user,
        MessageKey.PAYLOAD_OF_STEP.with(KeyedMessage.code("payload", way), stop.id()));
    return new Payload(bytes, body.contentType());
  }

  Payload canonical(CaseNumber number, ConsoleUser user) {
    CaseFile file = file(number);
    tell("canonical-read", number, user, null);
    return new Payload(
        CanonicalXml.write(file).getBytes(StandardCharsets.UTF_8), "application/xml");
  }

  /** A text of a case, by its name in a link. */
  Payload paper(CaseNumber number, String ref, ConsoleUser user) {
    if (ref.equals(CaseDocument.CANONICAL.ref())) {
      return canonical(number, user);
    }
    int dot = ref.lastIndexOf('.');
    String way = ref.substring(dot + 1);
    if (dot < 0 || !(way.equals("in") || way.equals("out"))) {
      throw noSuchPaper(number);
    }
    TraceStepView stop = trail.find(ref.substring(0, dot)).orElseThrow(() -> noSuchPaper(number));
    if (!number.value().equals(stop.caseNumber())) {
      throw noSuchPaper(number);
    }
    return read(stop, way, user);
  }

  /** The case with its persons unmasked; a reason is required. */
  CaseFile persons(CaseNumber number, ConsoleUser user, String reason) {
    CaseFile file = file(number);
    tell("persons-read", number, user, MessageKey.PERSON_REASON.with(reason));
    return file;
  }

  private CaseFile file(CaseNumber number) {
    cases.get(number);
    return cases.file(number).orElseThrow(() -> noSuchPaper(number));
  }

  private void tell(
      String event, @Nullable CaseNumber about, ConsoleUser user, @Nullable KeyedMessage detail) {
    TraceStep.Builder reading = TraceStep.at("trace", event).with(user.trailName()).detail(detail);
    if (about != null) {
      reading.of(about);
    }
    events.publishEvent(new StepRecorded(reading.build()));
  }

  private static Refusal unknown(String id) {
    return Refusal.of("HUB-7002", "the trail has no %s", id)
        .because("the id is not one of ours, or its payload was never there")
        .fix("take the id from the error answer or from the case's page");
  }

  private static Refusal noSuchPaper(CaseNumber number) {
    return Refusal.of("HUB-7010", "case %s has no such text to compare", number)
        .because("a link names two texts of one case: canonical, or a stop's id with .in or .out")
        .fix("open the case and choose two of its texts");
  }
}
