package city.rehearsal.simulator.core;

import java.util.concurrent.ScheduledExecutorService;

/**
 * What the core provides to one department.
 *
 * @param http the HTTP server that all departments share, unless the department has its own
 * @param timer for answers that are sent late
 */
public record DepartmentContext(
    String backEnd,
    ApplicationStore store,
    BusinessClock clock,
    Faults faults,
    HttpServer http,
    ScheduledExecutorService timer) {

  /** The same with an HTTP server of the department's own. */
  public DepartmentContext with(HttpServer own) {
    return new DepartmentContext(backEnd, store, clock, faults, own, timer);
  }
}
