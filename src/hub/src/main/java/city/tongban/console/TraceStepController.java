package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.trace.TraceStepView;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows one trace step by its id, and its payloads one by one; each read is recorded. */
@Controller
class TraceStepController {
  private final PayloadAccess bodies;

  TraceStepController(PayloadAccess bodies) {
    this.bodies = bodies;
  }

  /** Shows the step with the id of an error answer; a step of a case is shown in its timeline. */
  @GetMapping("/console/stops/{id}")
  String show(@PathVariable("id") String id, Model model) {
    TraceStepView stop = bodies.stop(id);
    if (stop.caseNumber() != null) {
      return "redirect:" + SearchTarget.casePage(new CaseNumber(stop.caseNumber())) + "#stop-" + id;
    }
    model.addAttribute("steps", TimelineEntry.of(List.of(stop), new TimeFormat()));
    return "console/stop";
  }

  @GetMapping("/console/stops/{id}/{way:in|out}")
  String payload(
      @PathVariable("id") String id,
      @PathVariable("way") String way,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      Model model) {
    Payload payload = bodies.read(bodies.stop(id), way, user);
    model.addAttribute("raw", "/console/stops/%s/%s/raw".formatted(id, way));
    model.addAttribute("payload", PayloadText.of(payload.bytes(), payload.contentType()));
    return "console/payload :: payload";
  }

  /** Returns the exact bytes, with a type that a browser downloads and does not display. */
  @GetMapping("/console/stops/{id}/{way:in|out}/raw")
  ResponseEntity<byte[]> raw(
      @PathVariable("id") String id,
      @PathVariable("way") String way,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user) {
    TraceStepView stop = bodies.stop(id);
    byte[] bytes = bodies.read(stop, way, user).bytes();
    ContentDisposition file =
        ContentDisposition.attachment().filename("%s-%s.bin".formatted(stop.id(), way)).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(bytes);
  }
}
