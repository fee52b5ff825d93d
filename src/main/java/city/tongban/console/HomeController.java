package city.tongban.console;

import city.tongban.cases.Cases;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page: one box, the sum, and the cases that moved last. */
@Controller
class HomeController {
  private static final int RECENT = 25;

  private final Cases cases;
  private final Figures.Source figures;

  HomeController(Cases cases, Figures.Source figures) {
    this.cases = cases;
    this.figures = figures;
  }

  @GetMapping("/console")
  String home(Model model) {
    model.addAttribute("figures", figures.now());
    model.addAttribute("recent", cases.recent(RECENT));
    return "console/home";
  }

  /** Sends the reader to what was typed; what cannot be a number is answered on the spot. */
  @GetMapping("/console/search")
  ModelAndView search(@RequestParam(name = "q", defaultValue = "") String typed, Model model) {
    Optional<String> page = Search.page(typed);
    if (page.isPresent()) {
      return new ModelAndView("redirect:" + page.get());
    }
    model.addAttribute("typed", typed.strip());
    model.addAttribute("notFound", "search.shape");
    return new ModelAndView(home(model), model.asMap(), HttpStatus.NOT_FOUND);
  }
}
