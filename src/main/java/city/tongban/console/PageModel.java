package city.tongban.console;

import city.tongban.clock.BusinessClock;
import java.time.Instant;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page can say: names for codes, times, and the hour by the business clock. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {
  private final Names names;
  private final BusinessClock clock;
  private final Times times = new Times();

  PageModel(Names names, BusinessClock clock) {
    this.names = names;
    this.clock = clock;
  }

  @ModelAttribute("names")
  Names names() {
    return names;
  }

  @ModelAttribute("times")
  Times times() {
    return times;
  }

  @ModelAttribute("businessNow")
  Instant businessNow() {
    return clock.business();
  }
}
