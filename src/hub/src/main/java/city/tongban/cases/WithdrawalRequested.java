package city.tongban.cases;

import city.tongban.canonical.TraceStep;
import city.tongban.canonical.Traceable;

/**
 * The applicant takes the case back; published in the transaction that records it, under the case's
 * lock.
 */
public record WithdrawalRequested(CaseView about, String reason) implements Traceable {

  @Override
  public TraceStep step() {
    return TraceStep.at("case", "withdrawal-asked").of(about.number()).build();
  }
}
