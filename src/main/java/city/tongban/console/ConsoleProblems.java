package city.tongban.console;

import city.tongban.canonical.HubException;
import city.tongban.partner.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A failure on a page is a page: what, why, what to do, and the way back. */
@ControllerAdvice(basePackageClasses = ConsoleProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleProblems {
  private final PageModel page;

  ConsoleProblems(PageModel page) {
    this.page = page;
  }

  /** What was asked for is not there, or what was sent cannot be. */
  @ExceptionHandler
  String explain(
      HubException failure, HttpServletRequest request, HttpServletResponse response, Model model) {
    boolean asked = request.getMethod().equals("GET");
    response.setStatus(
        asked ? HttpStatus.NOT_FOUND.value() : ProblemDocument.of(failure.problem()).status());
    model.addAttribute("problem", failure.problem());
    model.addAttribute("names", page.names());
    model.addAttribute("times", page.times());
    model.addAttribute("who", new Who(SecurityContextHolder.getContext().getAuthentication()));
    model.addAttribute("businessNow", page.businessNow());
    return view(request);
  }

  /** A part of a page that cannot be shown says so in its place. */
  static String view(HttpServletRequest request) {
    return request.getHeader("HX-Request") == null
        ? "console/problem"
        : "console/parts :: problem(${problem})";
  }
}
