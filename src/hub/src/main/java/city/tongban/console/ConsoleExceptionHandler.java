package city.tongban.console;

import city.tongban.canonical.HubException;
import city.tongban.partner.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Renders a failure as a page: what, why, what to do, and a link back. */
@ControllerAdvice(basePackageClasses = ConsoleExceptionHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsoleExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleExceptionHandler.class);

  private final PageModelAdvice page;

  ConsoleExceptionHandler(PageModelAdvice page) {
    this.page = page;
  }

  /** Renders the page for something that does not exist, or for invalid input. */
  @ExceptionHandler
  String explain(
      HubException failure, HttpServletRequest request, HttpServletResponse response, Model model) {
    boolean asked = request.getMethod().equals("GET");
    response.setStatus(
        asked ? HttpStatus.NOT_FOUND.value() : ProblemDocument.of(failure.problem()).status());
    model.addAttribute("problem", failure.problem());
    speak(model);
    return view(request);
  }

  /** Renders any other failure: the page shows no internal details, the log does. */
  @ExceptionHandler(Exception.class)
  String fault(
      Exception failure, HttpServletRequest request, HttpServletResponse response, Model model) {
    int status = status(failure);
    if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      LOG.error("the console failed at {}", request.getRequestURI(), failure);
    }
    response.setStatus(status);
    model.addAttribute("status", status);
    speak(model);
    return "error";
  }

  private static int status(Exception failure) {
    if (failure instanceof ErrorResponse known) {
      return known.getStatusCode().value();
    }
    return failure instanceof TypeMismatchException
        ? HttpStatus.BAD_REQUEST.value()
        : HttpStatus.INTERNAL_SERVER_ERROR.value();
  }

  private void speak(Model model) {
    model.addAttribute("names", page.names());
    model.addAttribute("times", page.times());
    model.addAttribute(
        "user", new ConsoleUser(SecurityContextHolder.getContext().getAuthentication()));
    model.addAttribute("businessNow", page.businessNow());
  }

  /** The view of the failure; a page fragment that fails shows the failure in its place. */
  static String view(HttpServletRequest request) {
    return request.getHeader("HX-Request") == null
        ? "console/problem"
        : "console/parts :: problem(${problem})";
  }
}
