package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.tradeunion.Letter.Application;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The union's register: a message id stands in it once, however often it comes. */
final class Register {
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final Clock wall;

  Register(ApplicationStore store, BusinessClock clock, Clock wall) {
    this.store = store;
    this.clock = clock;
    this.wall = wall;
  }

  /** The entry under the letter's id; none for a withdrawal of what was never here. */
  Optional<StoredMessage> take(Letter letter) {
    Optional<StoredMessage> before = store.find(letter.applicationNo());
    if (before.isPresent()) {
      return before;
    }
    Application application = letter.details();
    Optional<StoredMessage> entry =
        application == null ? withdraw(letter) : Optional.of(apply(letter, application));
    store.sync();
    return entry;
  }

  private StoredMessage apply(Letter letter, Application application) {
    Instant at = clock.now();
    Decision decision = application.decision();
    Message message =
        new Message(
            letter.applicationNo(),
            letter.caseNo(),
            Message.Kind.APPLY,
            application.name(),
            application.certNo(),
            application.service());
    return store.add(
        number ->
            decision.status() == ApplicationStatus.NOT_ACCEPTED
                ? StoredMessage.settled(
                    number, serial(at, number), message, at, decision.status(), decision.reason())
                : StoredMessage.open(
                    number,
                    serial(at, number),
                    message,
                    at,
                    Pace.of(letter.caseNo(), decision, wall.instant(), at)));
  }

  private Optional<StoredMessage> withdraw(Letter letter) {
    return store
        .application(Objects.requireNonNull(letter.original()), letter.caseNo())
        .map(entry -> store.withdraw(entry, letter.applicationNo(), letter.reason(), clock.now()));
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "GH%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
