package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Stop.Payload;
import city.tongban.cases.Cases;
import city.tongban.trace.Trail;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The contents of a case: its canonical form, any two texts side by side, its persons. */
@Controller
class PaperController {
  private final Bodies bodies;
  private final Cases cases;
  private final Trail trail;

  PaperController(Bodies bodies, Cases cases, Trail trail) {
    this.bodies = bodies;
    this.cases = cases;
    this.trail = trail;
  }

  @GetMapping("/console/cases/{number}/canonical")
  String canonical(
      @PathVariable("number") String text,
      @ModelAttribute(name = "who", binding = false) Who who,
      Model model) {
    Payload payload = bodies.canonical(new CaseNumber(text), who);
    model.addAttribute("payload", PayloadText.of(payload.bytes(), payload.contentType()));
    return "console/payload :: payload";
  }

  @GetMapping("/console/cases/{number}/compare")
  String compare(
      @PathVariable("number") String text,
      @RequestParam(name = "left", defaultValue = "") String left,
      @RequestParam(name = "right", defaultValue = "") String right,
      @RequestParam(name = "whole", defaultValue = "false") boolean whole,
      @ModelAttribute(name = "who", binding = false) Who who,
      Model model) {
    CaseNumber number = new CaseNumber(text);
    cases.get(number);
    List<Paper> papers = Paper.of(trail.of(number));
    PayloadText leftText = read(number, left, who);
    PayloadText rightText = read(number, right, who);
    model.addAttribute("number", number);
    model.addAttribute("papers", papers);
    model.addAttribute("left", left);
    model.addAttribute("right", right);
    model.addAttribute("leftText", leftText);
    model.addAttribute("rightText", rightText);
    model.addAttribute("whole", whole);
    model.addAttribute("difference", Difference.of(leftText.text(), rightText.text(), whole));
    return "console/compare";
  }

  @PostMapping("/console/cases/{number}/persons")
  String persons(
      @PathVariable("number") String text,
      @RequestParam("reason") String reason,
      @ModelAttribute(name = "who", binding = false) Who who,
      Model model) {
    model.addAttribute("file", bodies.persons(new CaseNumber(text), who, Reason.checked(reason)));
    return "console/persons :: persons";
  }

  private PayloadText read(CaseNumber number, String ref, Who who) {
    Payload payload = bodies.paper(number, ref, who);
    return PayloadText.of(payload.bytes(), payload.contentType());
  }
}
