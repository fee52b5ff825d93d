package city.rehearsal.simulator.department.economyinformatisation;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import java.util.Set;

/** Economy and informatisation: the bureau of the social card. */
public final class EconomyInformatisation implements Department {
  /**
   * @param hub the hub's public key, PEM
   * @param own the bureau's private key, PEM
   * @param fields the SM4 key of encrypted fields, hexadecimal
   */
  public EconomyInformatisation(DepartmentContext context, String hub, String own, String fields) {
    RequestHandler handler = new RequestHandler(context, new FieldCipher(fields));
    context
        .http()
        .serve(
            "/economy-informatisation/*",
            new ApiServlet(context, new MessageSigner(hub, own), handler));
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(FaultKind.WRONG_SIGNATURE);
  }
}
