package city.tongban.console;

import city.tongban.canonical.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** What somebody sees who may not pass; the doors of {@code account} send requests here. */
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
