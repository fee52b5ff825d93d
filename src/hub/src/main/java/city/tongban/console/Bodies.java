package city.tongban.console;

import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.Stop;
import city.tongban.canonical.Stop.Payload;
import city.tongban.canonical.Stopped;
import city.tongban.cases.Cases;
import city.tongban.trace.StopView;
import city.tongban.trace.StopView.Body;
import city.tongban.trace.Trail;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What residents told us, as somebody reads it: no reading without its stop in the trail (P8). */
@Component
class Bodies {
  private final Trail trail;
  private final Cases cases;
  private final ApplicationEventPublisher events;

  Bodies(Trail trail, Cases cases, ApplicationEventPublisher events) {
    this.trail = trail;
    this.cases = cases;
    this.events = events;
  }

  StopView stop(String id) {
    return trail.find(id).orElseThrow(() -> unknown(id));
  }

  Payload read(StopView stop, String way, Who who) {
    Body body = way.equals("in") ? stop.in() : stop.out();
    byte[] bytes = trail.body(stop.id(), way.equals("in")).orElse(null);
    if (body == null || bytes == null) {
      throw unknown(stop.id() + "/" + way);
    }
    CaseNumber about = stop.caseNumber() == null ? null : new CaseNumber(stop.caseNumber());
    tell("payload-read", about, who, "%s of stop %s".formatted(way, stop.id()));
    return new Payload(bytes, body.contentType());
  }

  Payload canonical(CaseNumber number, Who who) {
    CaseFile file = file(number);
    tell("canonical-read", number, who, null);
    return new Payload(
        CanonicalXml.write(file).getBytes(StandardCharsets.UTF_8), "application/xml");
  }

  /** A text of a case by the name that it has in a link. */
  Payload paper(CaseNumber number, String ref, Who who) {
    if (ref.equals(Paper.CANONICAL.ref())) {
      return canonical(number, who);
    }
    int dot = ref.lastIndexOf('.');
    String way = ref.substring(dot + 1);
    if (dot < 0 || !(way.equals("in") || way.equals("out"))) {
      throw noSuchPaper(number);
    }
    StopView stop = trail.find(ref.substring(0, dot)).orElseThrow(() -> noSuchPaper(number));
    if (!number.value().equals(stop.caseNumber())) {
      throw noSuchPaper(number);
    }
    return read(stop, way, who);
  }

  /** The case with its persons unmasked, for a reason. */
  CaseFile persons(CaseNumber number, Who who, String reason) {
    CaseFile file = file(number);
    tell("persons-read", number, who, "reason: " + reason);
    return file;
  }

  private CaseFile file(CaseNumber number) {
    cases.get(number);
    return cases.file(number).orElseThrow(() -> noSuchPaper(number));
  }

  private void tell(String event, @Nullable CaseNumber about, Who who, @Nullable String detail) {
    Stop.Builder reading = Stop.at("trace", event).with(who.trailName()).detail(detail);
    if (about != null) {
      reading.of(about);
    }
    events.publishEvent(new Stopped(reading.build()));
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
