package city.tongban.cases;

import city.tongban.canonical.TraceStep;
import city.tongban.canonical.Traceable;

/** A case has made one legal move; {@code after} shows it as it is now. */
public record CaseMoved(CaseState from, CaseView after) implements Traceable {

  @Override
  public TraceStep step() {
    String outcome = after.outcome() == null ? "" : " " + after.outcome();
    return TraceStep.at("case", "moved")
        .of(after.number())
        .detail(from + " → " + after.state() + outcome)
        .build();
  }
}
