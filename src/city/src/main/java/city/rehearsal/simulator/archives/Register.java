package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.archives.Request.Query;
import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The book of the reading room: a request's number stands in it once, however often it comes. */
final class Register {
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final Clock wall;

  Register(ApplicationStore store, BusinessClock clock, Clock wall) {
    this.store = store;
    this.clock = clock;
    this.wall = wall;
  }

  /** The new entry; none for a withdrawal of what was never here. */
  Optional<StoredMessage> take(Request request) {
    Query query = request.query();
    Optional<StoredMessage> entry =
        query == null ? withdraw(request) : Optional.of(lookUp(request, query));
    store.sync();
    return entry;
  }

  private StoredMessage lookUp(Request request, Query query) {
    Instant at = clock.now();
    Decision decision = query.decision();
    Message message =
        new Message(
            request.number(),
            request.caseNo(),
            Message.Kind.APPLY,
            query.applicant().name(),
            query.applicant().papers(),
            query.collection());
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
                    Pace.of(request.caseNo(), decision, wall.instant(), at)));
  }

  private Optional<StoredMessage> withdraw(Request request) {
    return store
        .application(Objects.requireNonNull(request.original()), request.caseNo())
        .map(entry -> store.withdraw(entry, request.number(), request.reason(), clock.now()));
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "DA%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
