package city.rehearsal.simulator.department.disabledfederation;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import java.time.Clock;

/**
 * The disabled persons' federation: one gateway with signed calls, and five interfaces behind it.
 */
public final class DisabledFederation implements Department {
  /**
   * @param applications the caller's ids and secrets, {@code id:secret} a line, one per interface
   */
  public DisabledFederation(DepartmentContext context, String applications) {
    SignatureVerifier verifier = new SignatureVerifier(applications, Clock.systemUTC());
    context
        .http()
        .serve(
            "/disabled-federation/*",
            new GatewayServlet(context, verifier, new RequestHandler(context)));
  }
}
