package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.archives.Request.Query;
import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Message;
import city.rehearsal.simulator.office.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The book of the reading room: a request's number stands in it once, however often it comes. */
final class Register {
  private final Book book;
  private final BusinessClock clock;
  private final Clock wall;

  Register(Book book, BusinessClock clock, Clock wall) {
    this.book = book;
    this.clock = clock;
    this.wall = wall;
  }

  /** The new entry; none for a withdrawal of what was never here. */
  Optional<Entry> take(Request request) {
    Query query = request.query();
    Optional<Entry> entry = query == null ? withdraw(request) : Optional.of(lookUp(request, query));
    book.settle();
    return entry;
  }

  private Entry lookUp(Request request, Query query) {
    Instant at = clock.now();
    Ruling ruling = query.ruling();
    Message message =
        new Message(
            request.number(),
            request.caseNo(),
            Message.Kind.APPLY,
            query.applicant().name(),
            query.applicant().papers(),
            query.collection());
    return book.take(
        number ->
            ruling.verdict() == Verdict.NOT_ACCEPTED
                ? Entry.settled(
                    number, serial(at, number), message, at, ruling.verdict(), ruling.reason())
                : Entry.open(
                    number,
                    serial(at, number),
                    message,
                    at,
                    Pace.of(request.caseNo(), ruling, wall.instant(), at)));
  }

  private Optional<Entry> withdraw(Request request) {
    return book.application(Objects.requireNonNull(request.original()), request.caseNo())
        .map(entry -> book.withdraw(entry, request.number(), request.reason(), clock.now()));
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "DA%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
