package city.tongban.console;

import city.tongban.canonical.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows the page for a missing permission; the security filters of {@code account} forward to it.
 */
@Controller
class AccessDeniedController {
  @RequestMapping("/console/refused")
  String show(
      @RequestAttribute("city.tongban.account.problem") Problem problem,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("problem", problem);
    return ConsoleExceptionHandler.view(request);
  }
}
