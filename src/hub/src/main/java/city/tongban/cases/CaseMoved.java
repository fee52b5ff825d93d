package city.tongban.cases;

import city.tongban.canonical.Stop;
import city.tongban.canonical.Traceable;

/** A case has made one legal move; {@code after} shows it as it is now. */
public record CaseMoved(CaseState from, CaseView after) implements Traceable {

  @Override
  public Stop stop() {
    String outcome = after.outcome() == null ? "" : " " + after.outcome();
    return Stop.at("case", "moved")
        .of(after.number())
        .detail(from + " → " + after.state() + outcome)
        .build();
  }
}
