package city.rehearsal.simulator.economyinformatisation;

import city.rehearsal.simulator.office.Department;
import city.rehearsal.simulator.office.FaultKind;
import city.rehearsal.simulator.office.Office;
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
  public EconomyInformatisation(Office office, String hub, String own, String fields) {
    Counter counter = new Counter(office.book(), office.clock());
    office
        .door()
        .serve(
            "/economy-informatisation/*",
            new ApiServlet(office, new Seals(hub, own), new Envelopes(fields), counter));
  }

  @Override
  public Set<FaultKind> faults() {
    return FaultKind.callsAnd(FaultKind.WRONG_SIGNATURE);
  }
}
