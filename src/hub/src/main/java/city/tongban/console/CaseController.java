package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.delivery.Deliveries;
import city.tongban.delivery.DeliveryView;
import city.tongban.query.Queries;
import city.tongban.trace.TraceStepView;
import city.tongban.trace.Traces;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows one case: its summary, its deliveries and its trace. */
@Controller
class CaseController {
  private final Cases cases;
  private final Queries queries;
  private final Deliveries deliveries;
  private final Traces trail;

  CaseController(Cases cases, Queries queries, Deliveries deliveries, Traces trail) {
    this.cases = cases;
    this.queries = queries;
    this.deliveries = deliveries;
    this.trail = trail;
  }

  @GetMapping("/console/cases/{number}")
  String show(
      @PathVariable("number") String text,
      @ModelAttribute(name = "user", binding = false) ConsoleUser user,
      Model model) {
    CaseNumber number = new CaseNumber(text);
    if (queries.find(number).isPresent()) {
      return "redirect:" + CounterQueryController.page(number); // both numbers come from one serial
    }
    CaseView view = cases.get(number);
    List<DeliveryView> trips = deliveries.of(number);
    model.addAttribute("case", view);
    model.addAttribute("rail", ProgressStage.of(view.state()));
    model.addAttribute("contents", CaseSummary.of(cases.file(number).orElseThrow()));
    model.addAttribute("deliveries", trips);
    model.addAttribute("troubles", StuckDelivery.in(trips));
    List<TraceStepView> stops = trail.of(number);
    model.addAttribute("papers", CaseDocument.of(stops));
    model.addAttribute("pairs", SuggestedComparisons.of(stops));
    model.addAttribute("steps", TimelineEntry.of(user.shown(stops), new TimeFormat()));
    return "console/case";
  }
}
