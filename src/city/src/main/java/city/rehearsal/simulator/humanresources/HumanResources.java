package city.rehearsal.simulator.humanresources;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;

/** Human resources: one counter behind one SOAP operation. */
public final class HumanResources implements Department {
  /**
   * Opens the counter in {@code office}.
   *
   * @param userToken what the caller must show in the SOAP header
   */
  public HumanResources(DepartmentContext context, String userToken) {
    Counter counter = new Counter(context.store(), context.clock());
    context.http().serve("/human-resources", new ExchangeServlet(context, counter, userToken));
  }
}
