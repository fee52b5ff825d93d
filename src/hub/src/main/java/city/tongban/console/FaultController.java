package city.tongban.console;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.faults.ActiveFault;
import city.tongban.faults.SimulatorFaults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets the faults of the simulated departments in a rehearsal. */
@Controller
class FaultController {
  private static final String PAGE = "redirect:/console/faults";

  private final SimulatorFaults rehearsal;

  FaultController(SimulatorFaults rehearsal) {
    this.rehearsal = rehearsal;
  }

  @GetMapping("/console/faults")
  String show(Model model) {
    model.addAttribute("kinds", rehearsal.kinds());
    model.addAttribute("faults", rehearsal.faults());
    return "console/faults";
  }

  /**
   * The form that an engineer submits.
   *
   * @param extent {@code until}, {@code count} or {@code percent}
   */
  record Form(String backEnd, String fault, @Nullable String extent, @Nullable Integer number) {
    Form {
      backEnd = backEnd == null ? "" : backEnd;
      fault = fault == null ? "" : fault;
    }

    ActiveFault switched() {
      boolean counted = "count".equals(extent);
      boolean shared = "percent".equals(extent);
      if ((counted || shared) && number == null) {
        throw Refusal.of("HUB-1058", "no department can be told this fault")
            .because("the number is missing")
            .fix("say how many calls, or how many of a hundred");
      }
      return new ActiveFault(backEnd, fault, counted ? number : null, shared ? number : null);
    }
  }

  @PostMapping("/console/faults")
  String set(
      @ModelAttribute Form form,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      RedirectAttributes next) {
    return told("fault.done", form, next, () -> rehearsal.set(form.switched(), user.trailName()));
  }

  @PostMapping("/console/faults/clear")
  String clear(
      @ModelAttribute Form form,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      RedirectAttributes next) {
    return told(
        "fault.gone",
        form,
        next,
        () -> {
          if (form.backEnd().isEmpty()) {
            rehearsal.clear(user.trailName());
          } else {
            rehearsal.clear(form.backEnd(), form.fault(), user.trailName());
          }
        });
  }

  private static String told(String done, Form form, RedirectAttributes next, Runnable act) {
    next.addFlashAttribute("about", (form.backEnd() + " " + form.fault()).strip());
    try {
      act.run();
      next.addFlashAttribute("done", done);
    } catch (HubException failure) {
      next.addFlashAttribute("failed", failure.problem());
    }
    return PAGE;
  }
}
