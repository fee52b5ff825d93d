package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Message;
import city.rehearsal.simulator.office.Verdict;
import city.rehearsal.simulator.tradeunion.Letter.Application;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The union's register: a message id stands in it once, however often it comes. */
final class Register {
  private final Book book;
  private final BusinessClock clock;
  private final Clock wall;

  Register(Book book, BusinessClock clock, Clock wall) {
    this.book = book;
    this.clock = clock;
    this.wall = wall;
  }

  /** The entry under the letter's id; none for a withdrawal of what was never here. */
  Optional<Entry> take(Letter letter) {
    Optional<Entry> before = book.find(letter.applicationNo());
    if (before.isPresent()) {
      return before;
    }
    Application application = letter.details();
    Optional<Entry> entry =
        application == null ? withdraw(letter) : Optional.of(apply(letter, application));
    book.settle();
    return entry;
  }

  private Entry apply(Letter letter, Application application) {
    Instant at = clock.now();
    Ruling ruling = application.ruling();
    Message message =
        new Message(
            letter.applicationNo(),
            letter.caseNo(),
            Message.Kind.APPLY,
            application.name(),
            application.certNo(),
            application.service());
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
                    Pace.of(letter.caseNo(), ruling, wall.instant(), at)));
  }

  private Optional<Entry> withdraw(Letter letter) {
    return book.application(Objects.requireNonNull(letter.original()), letter.caseNo())
        .map(entry -> book.withdraw(entry, letter.applicationNo(), letter.reason(), clock.now()));
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "GH%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
