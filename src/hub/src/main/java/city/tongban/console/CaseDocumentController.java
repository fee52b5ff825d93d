package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.cases.Cases;
import city.tongban.trace.Traces;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the contents of a case: its canonical form, any two texts side by side, its persons. */
@Controller
class CaseDocumentController {
  private final PayloadAccess bodies;
  private final Cases cases;
  private final Traces trail;

  CaseDocumentController(PayloadAccess bodies, Cases cases, Traces trail) {
    this.bodies = bodies;
    this.cases = cases;
    this.trail = trail;
  }

  @GetMapping("/console/cases/{number}/canonical")
  String canonical(
      @PathVariable("number") String text,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      Model model) {
    Payload payload = bodies.canonical(new CaseNumber(text), user);
    model.addAttribute("payload", PayloadText.of(payload.bytes(), payload.contentType()));
    return "console/payload :: payload";
  }

  @GetMapping("/console/cases/{number}/compare")
  String compare(
      @PathVariable("number") String text,
      @RequestParam(name = "left", defaultValue = "") String left,
      @RequestParam(name = "right", defaultValue = "") String right,
      @RequestParam(name = "whole", defaultValue = "false") boolean whole,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      Model model) {
    CaseNumber number = new CaseNumber(text);
    cases.get(number);
    List<CaseDocument> papers = CaseDocument.of(trail.of(number));
    PayloadText leftText = read(number, left, user);
    PayloadText rightText = read(number, right, user);
    model.addAttribute("number", number);
    model.addAttribute("papers", papers);
    model.addAttribute("left", left);
    model.addAttribute("right", right);
    model.addAttribute("leftText", leftText);
    model.addAttribute("rightText", rightText);
    model.addAttribute("whole", whole);
    model.addAttribute("difference", TextDiff.of(leftText.text(), rightText.text(), whole));
    return "console/compare";
  }

  @PostMapping("/console/cases/{number}/persons")
  String persons(
      @PathVariable("number") String text,
      @RequestParam("reason") String reason,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      Model model) {
    model.addAttribute(
        "file", bodies.persons(new CaseNumber(text), user, ReasonText.checked(reason)));
    return "console/persons :: persons";
  }

  private PayloadText read(CaseNumber number, String ref, ConsoleUser user) {
    Payload payload = bodies.paper(number, ref, user);
    return PayloadText.of(payload.bytes(), payload.contentType());
  }
}
