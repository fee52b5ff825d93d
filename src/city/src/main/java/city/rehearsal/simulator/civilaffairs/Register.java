package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Message;
import city.rehearsal.simulator.office.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The office's register: an id stands in it once, however often its row is read. */
final class Register {
  private final Book book;
  private final BusinessClock clock;
  private final Clock wall;

  Register(Book book, BusinessClock clock, Clock wall) {
    this.book = book;
    this.clock = clock;
    this.wall = wall;
  }

  Entry apply(Row row) throws FormatError {
    String id = row.text("delivery_id");
    Optional<Entry> before = book.find(id);
    if (before.isPresent()) {
      return before.get();
    }
    String name = row.person("");
    if (row.has("agent_name")) {
      row.person("agent_");
    }
    Ruling ruling = Rules.on(row);
    Instant at = clock.now();
    String caseNo = row.text("case_no");
    Message message =
        new Message(id, caseNo, Message.Kind.APPLY, name, row.text("id_no"), row.text("matter"));
    Entry entry =
        book.take(
            number ->
                ruling.verdict() == Verdict.NOT_ACCEPTED
                    ? Entry.settled(
                        number, serial(at, number), message, at, ruling.verdict(), ruling.reason())
                    : Entry.open(
                        number,
                        serial(at, number),
                        message,
                        at,
                        Pace.of(caseNo, ruling, wall.instant(), at)));
    book.settle();
    return entry;
  }

  /** None for a withdrawal of what was never here. */
  Optional<Entry> withdraw(Row row) throws FormatError {
    String id = row.text("delivery_id");
    String caseNo = row.text("case_no");
    String reason = row.text("reason");
    Optional<Entry> before = book.find(id);
    if (before.isPresent()) {
      return before;
    }
    Optional<Entry> entry =
        book.application(row.text("original_id"), caseNo)
            .map(original -> book.withdraw(original, id, reason, clock.now()));
    book.settle();
    return entry;
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "MZ%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
