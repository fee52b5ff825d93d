package city.tongban.console;

import city.tongban.canonical.HubException;
import city.tongban.connector.Connectors;
import city.tongban.probe.Probes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the back-ends that can be reached, and tests the connection to each. */
@Controller
class BackEndController {
  private final Connectors connectors;
  private final Probes probes;

  BackEndController(Connectors connectors, Probes probes) {
    this.connectors = connectors;
    this.probes = probes;
  }

  @GetMapping("/console/back-ends")
  String show(Model model) {
    model.addAttribute("connectors", connectors.all());
    return "console/back-ends";
  }

  @PostMapping("/console/back-ends/{backEnd}/probe")
  String probe(
      @PathVariable("backEnd") String backEnd,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      RedirectAttributes next) {
    try {
      next.addFlashAttribute("probe", probes.of(backEnd, user.trailName()));
    } catch (HubException failure) {
      next.addFlashAttribute("failed", failure.problem());
      next.addFlashAttribute("about", backEnd);
    }
    return "redirect:/console/back-ends#tested";
  }
}
