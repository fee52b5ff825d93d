package city.tongban.console;

import city.tongban.clock.BusinessClock;
import city.tongban.faults.Rehearsal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page can say: names for codes, times, and the hour by the business clock. */
@ControllerAdvice(basePackageClasses = PageModel.class)
class PageModel {
  private final Names names;
  private final BusinessClock clock;
  private final Rehearsal rehearsal;
  private final Times times = new Times();

  PageModel(Names names, BusinessClock clock, Rehearsal rehearsal) {
    this.names = names;
    this.rehearsal = rehearsal;
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

  /** Whether the departments are simulated, and can be told to misbehave. */
  @ModelAttribute("rehearsing")
  boolean rehearsing() {
    return rehearsal.on();
  }

  @ModelAttribute("who")
  Who who(@Nullable Authentication person) {
    return new Who(person);
  }

  @ModelAttribute("businessNow")
  Instant businessNow() {
    return clock.business();
  }
}
