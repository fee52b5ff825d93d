package city.tongban.console;

import city.tongban.canonical.HubException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A failure on a page is a page: what, why, what to do, and the way back. */
@ControllerAdvice(basePackageClasses = ConsoleProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleProblems {
  private final PageModel page;

  ConsoleProblems(PageModel page) {
    this.page = page;
  }

  /** Every refusal here is a thing that was asked for and is not there. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String explain(HubException failure, Model model) {
    model.addAttribute("problem", failure.problem());
    model.addAttribute("names", page.names());
    model.addAttribute("times", page.times());
    model.addAttribute("businessNow", page.businessNow());
    return "console/problem";
  }
}
