package city.tongban.console;

import city.tongban.trace.TraceStepView;
import city.tongban.trace.Traces;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows who read what and when, the latest first. */
@Controller
class AccessLogController {
  private static final int PAGE = 100;

  private final Traces trail;

  AccessLogController(Traces trail) {
    this.trail = trail;
  }

  @GetMapping("/console/readings")
  String show(@RequestParam(name = "before", defaultValue = "") String before, Model model) {
    List<TraceStepView> readings = trail.readings(before, PAGE);
    model.addAttribute("readings", readings);
    model.addAttribute(
        "next", readings.size() < PAGE ? null : readings.get(readings.size() - 1).id());
    return "console/readings";
  }
}
