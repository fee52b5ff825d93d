package city.rehearsal.simulator.office;

import java.util.concurrent.ScheduledExecutorService;

/**
 * What the servlet of a department needs around it.
 *
 * @param timer for answers that come late
 */
public record Office(
    String backEnd,
    Book book,
    BusinessClock clock,
    Faults faults,
    FrontDoor door,
    ScheduledExecutorService timer) {

  /** The same office behind a door of its own. */
  public Office behind(FrontDoor own) {
    return new Office(backEnd, book, clock, faults, own, timer);
  }
}
