package city.rehearsal.simulator.health;

import city.rehearsal.simulator.health.Order.Application;
import city.rehearsal.simulator.health.Rules.Ruling;
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
import java.util.function.LongConsumer;

/**
 * Takes orders, one after the other. An id that it has seen it answers as before, without looking
 * further; the same id over something else it refuses.
 */
final class Counter {
  private final Book book;
  private final BusinessClock clock;
  private final Clock wall;
  private final Seen seen;
  private final LongConsumer toTheDesk;

  Counter(Book book, BusinessClock clock, Clock wall, Seen seen, LongConsumer toTheDesk) {
    this.book = book;
    this.clock = clock;
    this.wall = wall;
    this.seen = seen;
    this.toTheDesk = toTheDesk;
  }

  synchronized Letter serve(byte[] message) {
    String id = Order.controlId(message);
    try {
      if (!seen.isSame(id, message)) {
        throw new Hl7Error("205^Duplicate key identifier", "MSH-10: 同一编号内容不同");
      }
      Optional<Entry> before = book.find(id);
      return before.isPresent() ? Letter.about(before.get()) : take(Order.read(message), message);
    } catch (Hl7Error e) {
      return Letter.malformed(id, e, clock.now());
    }
  }

  Letter busy(byte[] message) {
    return Letter.no(Order.controlId(message), "9001", "系统繁忙，请稍后再试", clock.now());
  }

  private Letter take(Order order, byte[] message) {
    Application application = order.application();
    if (application == null) {
      return withdraw(order, message);
    }
    seen.remember(order.controlId(), message);
    return Letter.about(apply(order, application));
  }

  private Entry apply(Order order, Application application) {
    Instant at = clock.now();
    Ruling ruling = application.ruling();
    Message message =
        new Message(
            order.controlId(),
            order.caseNo(),
            Message.Kind.APPLY,
            application.name(),
            application.idNumber(),
            application.service());
    boolean no = ruling.verdict() == Verdict.NOT_ACCEPTED;
    Entry entry =
        book.take(
            number ->
                no
                    ? Entry.settled(
                        number, serial(at, number), message, at, ruling.verdict(), ruling.reason())
                    : Entry.open(
                        number,
                        serial(at, number),
                        message,
                        at,
                        Pace.of(order.caseNo(), ruling, wall.instant(), at)));
    book.settle();
    if (!no) {
      toTheDesk.accept(entry.number());
    }
    return entry;
  }

  private Letter withdraw(Order order, byte[] message) {
    Optional<Entry> original =
        book.application(Objects.requireNonNull(order.original()), order.caseNo());
    if (original.isEmpty()) {
      return Letter.no(order.controlId(), "3102", "查无此申请", clock.now());
    }
    seen.remember(order.controlId(), message);
    Instant at = clock.now();
    Entry now =
        book.change(
            original.get().number(),
            entry ->
                entry.verdict().undecided()
                    ? entry.ended(Verdict.WITHDRAWN, order.reason(), at)
                    : entry);
    Verdict verdict =
        now.verdict() == Verdict.WITHDRAWN || now.verdict() == Verdict.NOT_ACCEPTED
            ? Verdict.WITHDRAWN
            : Verdict.TOO_LATE;
    Message about = now.message();
    Message wish =
        new Message(
            order.controlId(),
            order.caseNo(),
            Message.Kind.WITHDRAW,
            about.name(),
            about.idNumber(),
            about.item());
    Entry entry =
        book.take(number -> Entry.settled(number, now.serial(), wish, at, verdict, order.reason()));
    book.settle();
    return Letter.about(entry);
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "WJ%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
