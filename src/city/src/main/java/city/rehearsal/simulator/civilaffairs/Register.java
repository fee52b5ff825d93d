package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The office's register: an id stands in it once, however often its row is read. */
final class Register {
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final Clock wall;

  Register(ApplicationStore store, BusinessClock clock, Clock wall) {
    this.store = store;
    this.clock = clock;
    this.wall = wall;
  }

  StoredMessage apply(Row row) throws FormatException {
    String id = row.text("delivery_id");
    Optional<StoredMessage> before = store.find(id);
    if (before.isPresent()) {
      return before.get();
    }
    String name = row.person("");
    if (row.has("agent_name")) {
      row.person("agent_");
    }
    Decision decision = Rules.on(row);
    Instant at = clock.now();
    String caseNo = row.text("case_no");
    Message message =
        new Message(id, caseNo, Message.Kind.APPLY, name, row.text("id_no"), row.text("matter"));
    StoredMessage entry =
        store.add(
            number ->
                decision.status() == ApplicationStatus.NOT_ACCEPTED
                    ? StoredMessage.settled(
                        number,
                        serial(at, number),
                        message,
                        at,
                        decision.status(),
                        decision.reason())
                    : StoredMessage.open(
                        number,
                        serial(at, number),
                        message,
                        at,
                        Pace.of(caseNo, decision, wall.instant(), at)));
    store.sync();
    return entry;
  }

  /** None for a withdrawal of what was never here. */
  Optional<StoredMessage> withdraw(Row row) throws FormatException {
    String id = row.text("delivery_id");
    String caseNo = row.text("case_no");
    String reason = row.text("reason");
    Optional<StoredMessage> before = store.find(id);
    if (before.isPresent()) {
      return before;
    }
    Optional<StoredMessage> entry =
        store
            .application(row.text("original_id"), caseNo)
            .map(original -> store.withdraw(original, id, reason, clock.now()));
    store.sync();
    return entry;
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "MZ%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
