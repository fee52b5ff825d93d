package city.tongban.console;

import city.tongban.clock.BusinessClock;
import city.tongban.faults.SimulatorFaults;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page can say: names for codes, times, and the hour by the business clock. */
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

  /** Whether the departments are simulated, and can be told to misbehave. */
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
