package city.tongban.console;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the runbook; every code on the screens links to it. */
@Controller
class RunbookController {
  private final Runbook runbook;

  RunbookController(Runbook runbook) {
    this.runbook = runbook;
  }

  @GetMapping("/console/runbook")
  String show(Model model) {
    model.addAttribute("runbook", runbook.html());
    return "console/runbook";
  }
}
