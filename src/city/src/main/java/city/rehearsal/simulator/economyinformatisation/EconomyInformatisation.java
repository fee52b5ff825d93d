package city.rehearsal.simulator.economyinformatisation;

import city.rehearsal.simulator.core.Department;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import java.util.Set;

/** Economy and informatisation: the bureau of the social card. */
public final class EconomyInformatisation implements Department {
  /**
   * Opens the counter in {@code office}.
   *
   * @param hub the hub's public key, PEM
   * @param own our private key, PEM
   * @param fields the SM4 key for single fields, hexadecimal
   */
  public EconomyInformatisation(DepartmentContext context, String hub, String own, String fields) {
    Counter counter = new Counter(context.store(), context.clock());
    context
        .http()
        .serve(
            "/economy-informatisation/*",
            new ApiServlet(context, new Seals(hub, own), new Envelopes(fields), counter));
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(FaultKind.WRONG_SIGNATURE);
  }
}
