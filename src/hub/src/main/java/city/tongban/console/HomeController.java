package city.tongban.console;

import city.tongban.api.ControlTotals;
import city.tongban.cases.Cases;
import city.tongban.delivery.Deliveries;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.DeliveryView;
import city.tongban.delivery.LaneMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows the first page: search box, totals, deliveries that do not move, and the cases that moved
 * last.
 */
@Controller
class HomeController {
  private static final int RECENT = 25;
  private static final int STUCK = 10;

  private final Cases cases;
  private final Deliveries deliveries;
  private final LaneMonitor lanes;
  private final ControlTotals sum;

  HomeController(Cases cases, Deliveries deliveries, LaneMonitor lanes, ControlTotals sum) {
    this.cases = cases;
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.sum = sum;
  }

  @GetMapping("/console")
  String home(Model model) {
    model.addAttribute("sum", sum.now());
    model.addAttribute("troubles", StuckDelivery.in(stuck()));
    model.addAttribute("alerts", lanes.alerts());
    model.addAttribute("recent", cases.recent(RECENT));
    return "console/home";
  }

  /**
   * The fragment of the first page that refreshes itself; its requests do not extend the session.
   */
  @GetMapping("/console/live")
  String live(Model model) {
    home(model);
    return "console/home :: live";
  }

  /**
   * Redirects to the case that was searched; an input that cannot be a number is answered at once.
   */
  @GetMapping("/console/search")
  ModelAndView search(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
    Optional<String> page = SearchTarget.page(typed);
    if (page.isPresent()) {
      return new ModelAndView("redirect:" + page.get());
    }
    model.addAttribute("typed", typed.strip());
    model.addAttribute("notFound", "search.shape");
    return new ModelAndView(home(model), model.asMap(), HttpStatus.NOT_FOUND);
  }

  /** Deliveries that do not move, the oldest of each kind first. */
  private List<DeliveryView> stuck() {
    List<DeliveryView> stuck =
        new ArrayList<>(deliveries.inState(DeliveryState.UNCONFIRMED, null, STUCK));
    stuck.addAll(deliveries.inState(DeliveryState.PARKED, null, STUCK));
    return stuck;
  }
}
