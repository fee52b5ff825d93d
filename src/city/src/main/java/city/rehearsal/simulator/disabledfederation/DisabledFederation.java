package city.rehearsal.simulator.disabledfederation;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import java.time.Clock;

/**
 * The disabled persons' federation: a gateway that knows its callers, and one counter behind it.
 */
public final class DisabledFederation implements Department {
  /**
   * Opens the counter in {@code office}.
   *
   * @param applications the caller's, one {@code id:secret} a line, one for each interface
   */
  public DisabledFederation(DepartmentContext context, String applications) {
    Gatekeeper gatekeeper = new Gatekeeper(applications, Clock.systemUTC());
    Counter counter = new Counter(context.store(), context.clock());
    context
        .http()
        .serve("/disabled-federation/*", new GatewayServlet(context, gatekeeper, counter));
  }
}
