package city.tongban.api;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.partner.AccessPolicy;
import city.tongban.partner.ApiAuthenticationFilter;
import city.tongban.partner.Partner;
import city.tongban.trace.TraceStepView;
import city.tongban.trace.Traces;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Reads the trace of a case, and the trace step that an error answer names. */
@RestController
class TrailController {
  private final CaseAccess owned;
  private final AccessPolicy access;
  private final Traces trail;
  private final ResponseTexts texts;
  private final ApplicationEventPublisher events;

  TrailController(
      CaseAccess owned,
      AccessPolicy access,
      Traces trail,
      ResponseTexts texts,
      ApplicationEventPublisher events) {
    this.owned = owned;
    this.access = access;
    this.trail = trail;
    this.texts = texts;
    this.events = events;
  }

  record TrailAnswer(String caseNumber, List<TraceStepResponse> stops) {}

  @GetMapping("/api/v1/cases/{number}/trail")
  TrailAnswer ofCase(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable CaseNumber number) {
    owned.read(partner, number);
    return trail(partner, number);
  }

  @GetMapping("/api/v1/queries/{number}/trail")
  TrailAnswer ofQuestion(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner,
      @PathVariable CaseNumber number) {
    owned.question(partner, number);
    return trail(partner, number);
  }

  private TrailAnswer trail(Partner partner, CaseNumber number) {
    return new TrailAnswer(
        number.value(),
        trail.of(number).stream()
            .filter(stop -> !stop.reading() || access.readsReadings(partner))
            .map(step -> TraceStepResponse.of(step, texts))
            .toList());
  }

  @GetMapping("/api/v1/trail/{id}")
  TraceStepResponse stop(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner, @PathVariable String id) {
    TraceStepView stop = trail.find(id).orElseThrow(TrailController::noSuchStop);
    if (stop.reading() && !access.readsReadings(partner)) {
      throw noSuchStop();
    }
    if (stop.caseNumber() != null) {
      owned.readEither(partner, new CaseNumber(stop.caseNumber()));
    } else if (!access.readsRefusal(partner, stop.partner())) {
      throw noSuchStop();
    }
    return TraceStepResponse.of(stop, texts);
  }

  @GetMapping("/api/v1/trail/{id}/in")
  ResponseEntity<byte[]> in(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner, @PathVariable String id) {
    return body(partner, id, true);
  }

  @GetMapping("/api/v1/trail/{id}/out")
  ResponseEntity<byte[]> out(
      @RequestAttribute(ApiAuthenticationFilter.PARTNER) Partner partner, @PathVariable String id) {
    return body(partner, id, false);
  }

  /** The exact bytes, with a type that a browser does not display; the read is recorded (P8). */
  private ResponseEntity<byte[]> body(Partner partner, String id, boolean in) {
    byte[] body = trail.body(id, in).orElseThrow(TrailController::noSuchStop);
    TraceStep.Builder read =
        TraceStep.at("trace", "payload-read")
            .with(partner.id())
            .detail(
                MessageKey.PAYLOAD_OF_STEP, KeyedMessage.code("payload", in ? "in" : "out"), id);
    trail.find(id).map(TraceStepView::caseNumber).map(CaseNumber::new).ifPresent(read::of);
    events.publishEvent(new StepRecorded(read.build()));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
        .body(body);
  }

  private static Refusal noSuchStop() {
    return Refusal.of(
            "HUB-7002", "there is no such trace step or payload that this partner may read")
        .fix("send the id unchanged, as the answer or the trace gives it");
  }
}
