package city.rehearsal.simulator.department.humanresources;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;

/** Human resources: one SOAP operation that takes all transactions. */
public final class HumanResources implements Department {
  /**
   * @param userToken what the caller must send in the SOAP header
   */
  public HumanResources(DepartmentContext context, String userToken) {
    context
        .http()
        .serve(
            "/human-resources",
            new ExchangeServlet(context, new RequestHandler(context), userToken));
  }
}
