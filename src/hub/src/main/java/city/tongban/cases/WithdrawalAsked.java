package city.tongban.cases;

import city.tongban.canonical.Stop;
import city.tongban.canonical.Traceable;

/**
 * The applicant takes the case back; heard in the transaction that records it, under the case's
 * lock.
 */
public record WithdrawalAsked(CaseView about, String reason) implements Traceable {

  @Override
  public Stop stop() {
    return Stop.at("case", "withdrawal-asked").of(about.number()).build();
  }
}
