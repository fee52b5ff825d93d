package city.rehearsal.simulator.disabledfederation;

import city.rehearsal.simulator.office.Department;
import city.rehearsal.simulator.office.Office;
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
  public DisabledFederation(Office office, String applications) {
    Gatekeeper gatekeeper = new Gatekeeper(applications, Clock.systemUTC());
    Counter counter = new Counter(office.book(), office.clock());
    office.door().serve("/disabled-federation/*", new GatewayServlet(office, gatekeeper, counter));
  }
}
