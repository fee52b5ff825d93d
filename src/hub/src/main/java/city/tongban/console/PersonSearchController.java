package city.tongban.console;

import city.tongban.canonical.MessageKey;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Finds the cases of a resident who comes without a receipt. The search is a POST, so that no
 * address and no log contains a resident's number; each search is recorded, without the search
 * word.
 */
@Controller
class PersonSearchController {
  private static final int CASES_MAX = 100;
  private static final int CHARS_MAX = 100;

  private final Cases cases;
  private final ApplicationEventPublisher events;

  PersonSearchController(Cases cases, ApplicationEventPublisher events) {
    this.cases = cases;
    this.events = events;
  }

  @PostMapping("/console/people")
  String find(
      @RequestParam(name = "person", defaultValue = "") String typed,
      Authentication reader,
      Model model) {
    String word = typed.strip();
    boolean usable = !word.isEmpty() && word.length() <= CHARS_MAX;
    List<CaseView> found = usable ? cases.ofPerson(word, CASES_MAX) : List.of();
    events.publishEvent(
        new StepRecorded(
            TraceStep.at("trace", "person-sought")
                .with(new ConsoleUser(reader).trailName())
                .detail(MessageKey.CASES_FOUND, found.size())
                .build()));
    model.addAttribute("found", found);
    return "console/people";
  }
}
