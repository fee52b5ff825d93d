package city.tongban.console;

import city.tongban.canonical.CaseNumber;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.delivery.Deliveries;
import city.tongban.delivery.DeliveryView;
import city.tongban.query.Queries;
import city.tongban.trace.StopView;
import city.tongban.trace.Trail;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One case: what it is, where it goes, and everything that happened to it. */
@Controller
class CaseController {
  private final Cases cases;
  private final Queries queries;
  private final Deliveries deliveries;
  private final Trail trail;

  CaseController(Cases cases, Queries queries, Deliveries deliveries, Trail trail) {
    this.cases = cases;
    this.queries = queries;
    this.deliveries = deliveries;
    this.trail = trail;
  }

  @GetMapping("/console/cases/{number}")
  String show(
      @PathVariable("number") String text,
      @ModelAttribute(name = "who", binding = false) Who who,
      Model model) {
    CaseNumber number = new CaseNumber(text);
    if (queries.find(number).isPresent()) {
      return "redirect:" + QuestionController.page(number); // their numbers are of one serial
    }
    CaseView view = cases.get(number);
    List<DeliveryView> trips = deliveries.of(number);
    model.addAttribute("case", view);
    model.addAttribute("rail", Rail.of(view.state()));
    model.addAttribute("contents", Contents.of(cases.file(number).orElseThrow()));
    model.addAttribute("deliveries", trips);
    model.addAttribute("troubles", Trouble.in(trips));
    List<StopView> stops = trail.of(number);
    model.addAttribute("papers", Paper.of(stops));
    model.addAttribute("pairs", Pairs.of(stops));
    model.addAttribute("steps", Step.of(who.shown(stops), new Times()));
    return "console/case";
  }
}
