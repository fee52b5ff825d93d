package city.rehearsal.simulator.humanresources;

import city.rehearsal.simulator.office.Department;
import city.rehearsal.simulator.office.Office;

/** Human resources: one counter behind one SOAP operation. */
public final class HumanResources implements Department {
  /**
   * Opens the counter in {@code office}.
   *
   * @param userToken what the caller must show in the SOAP header
   */
  public HumanResources(Office office, String userToken) {
    Counter counter = new Counter(office.book(), office.clock());
    office.door().serve("/human-resources", new ExchangeServlet(office, counter, userToken));
  }
}
