package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.Stop;
import city.tongban.canonical.Stopped;
import city.tongban.trace.StopView;
import city.tongban.trace.StopView.Body;
import city.tongban.trace.Trail;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * One stop: the page that its id opens, and its payloads, which are read one by one and not unseen.
 */
@Controller
class StopController {
  private final Trail trail;
  private final ApplicationEventPublisher events;

  StopController(Trail trail, ApplicationEventPublisher events) {
    this.trail = trail;
    this.events = events;
  }

  /** The id that an error answer carries; a stop of a case is shown among its neighbours. */
  @GetMapping("/console/stops/{id}")
  String show(@PathVariable("id") String id, Model model) {
    StopView stop = stop(id);
    if (stop.caseNumber() != null) {
      return "redirect:" + Search.casePage(new CaseNumber(stop.caseNumber())) + "#stop-" + id;
    }
    model.addAttribute("steps", Step.of(List.of(stop), new Times()));
    return "console/stop";
  }

  @GetMapping("/console/stops/{id}/{way:in|out}")
  String payload(
      @PathVariable("id") String id,
      @PathVariable("way") String way,
      Principal reader,
      Model model) {
    StopView stop = stop(id);
    byte[] bytes = read(stop, way, reader);
    model.addAttribute("stop", stop);
    model.addAttribute("way", way);
    model.addAttribute("payload", PayloadText.of(bytes, known(stop, way).contentType()));
    return "console/payload :: payload";
  }

  /** Byte for byte, and never as anything that a browser would open by itself. */
  @GetMapping("/console/stops/{id}/{way:in|out}/raw")
  ResponseEntity<byte[]> raw(
      @PathVariable("id") String id, @PathVariable("way") String way, Principal reader) {
    byte[] bytes = read(stop(id), way, reader);
    ContentDisposition file =
        ContentDisposition.attachment().filename("%s-%s.bin".formatted(id, way)).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }

  private StopView stop(String id) {
    return trail.find(id).orElseThrow(() -> unknown(id));
  }

  private byte[] read(StopView stop, String way, Principal reader) {
    byte[] bytes =
        trail.body(stop.id(), way.equals("in")).orElseThrow(() -> unknown(stop.id() + "/" + way));
    Stop.Builder reading =
        Stop.at("trace", "payload-read")
            .with(reader.getName())
            .detail("%s of stop %s".formatted(way, stop.id()));
    if (stop.caseNumber() != null) {
      reading.of(new CaseNumber(stop.caseNumber()));
    }
    events.publishEvent(new Stopped(reading.build()));
    return bytes;
  }

  private static Body known(StopView stop, String way) {
    @Nullable Body body = way.equals("in") ? stop.in() : stop.out();
    if (body == null) {
      throw unknown(stop.id() + "/" + way);
    }
    return body;
  }

  private static Refusal unknown(String id) {
    return Refusal.of("HUB-7002", "the trail has no %s", id)
        .because("the id is not one of ours, or its payload was never there")
        .fix("take the id from the error answer or from the case's page");
  }
}
