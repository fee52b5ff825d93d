package city.tongban.cases;

import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.Traceable;

/** A case has made one legal move; {@code after} is the case after it. */
public record CaseMoved(CaseState from, CaseView after) implements Traceable {

  @Override
  public TraceStep step() {
    return TraceStep.at("case", "moved").of(after.number()).detail(detail()).build();
  }

  private KeyedMessage detail() {
    KeyedMessage before = KeyedMessage.code("state", from);
    KeyedMessage now = KeyedMessage.code("state", after.state());
    return after.outcome() == null
        ? MessageKey.CASE_MOVED.with(before, now)
        : MessageKey.CASE_DECIDED.with(before, now, KeyedMessage.code("outcome", after.outcome()));
  }
}
