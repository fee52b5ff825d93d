package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Refusal;
import city.tongban.query.Queries;
import city.tongban.trace.Trail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One question at the counter: who was asked, and what became of it. */
@Controller
class QuestionController {
  private final Queries queries;
  private final Trail trail;

  QuestionController(Queries queries, Trail trail) {
    this.queries = queries;
    this.trail = trail;
  }

  static String page(CaseNumber number) {
    return "/console/questions/" + number;
  }

  @GetMapping("/console/questions/{number}")
  String show(
      @PathVariable("number") String text,
      @ModelAttribute(name = "who", binding = false) Who who,
      Model model) {
    CaseNumber number = new CaseNumber(text);
    model.addAttribute(
        "question",
        queries
            .find(number)
            .orElseThrow(() -> Refusal.of("HUB-2001", "there is no question %s", number)));
    model.addAttribute("steps", Step.of(who.shown(trail.of(number)), new Times()));
    return "console/question";
  }
}
