package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Refusal;
import city.tongban.query.Queries;
import city.tongban.trace.Traces;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows one question at the counter: the department that was asked, and the outcome. */
@Controller
class CounterQueryController {
  private final Queries queries;
  private final Traces trail;

  CounterQueryController(Queries queries, Traces trail) {
    this.queries = queries;
    this.trail = trail;
  }

  static String page(CaseNumber number) {
    return "/console/questions/" + number;
  }

  @GetMapping("/console/questions/{number}")
  String show(
      @PathVariable("number") String text,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      Model model) {
    CaseNumber number = new CaseNumber(text);
    model.addAttribute(
        "question",
        queries
            .find(number)
            .orElseThrow(() -> Refusal.of("HUB-2001", "there is no question %s", number)));
    model.addAttribute("steps", TimelineEntry.of(user.shown(trail.of(number)), new TimeFormat()));
    return "console/question";
  }
}
