package city.tongban.console;

import city.tongban.clock.BusinessClock;
import city.tongban.faults.SimulatorFaults;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Adds what every page needs to its model: names for codes, times, and the business time. */
@ControllerAdvice(basePackageClasses = PageModelAdvice.class)
class PageModelAdvice {
  private final DisplayNames names;
  private final BusinessClock clock;
  private final SimulatorFaults rehearsal;
  private final TimeFormat times = new TimeFormat();

  PageModelAdvice(DisplayNames names, BusinessClock clock, SimulatorFaults rehearsal) {
    this.names = names;
    this.rehearsal = rehearsal;
    this.clock = clock;
  }

  @ModelAttribute("names")
  DisplayNames names() {
    return names;
  }

  @ModelAttribute("times")
  TimeFormat times() {
    return times;
  }

  /** Whether the departments are simulated, so that faults can be set. */
  @ModelAttribute("rehearsing")
  boolean rehearsing() {
    return rehearsal.on();
  }

  @ModelAttribute("user")
  ConsoleUser user(@Nullable Authentication person) {
    return new ConsoleUser(person);
  }

  @ModelAttribute("businessNow")
  Instant businessNow() {
    return clock.business();
  }
}
