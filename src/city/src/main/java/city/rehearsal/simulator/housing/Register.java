package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.housing.Rules.Ruling;
import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Message;
import city.rehearsal.simulator.office.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The filings office: takes, looks up and withdraws. Takes the same delivery id as often as it is
 * sent.
 */
final class Register {
  private final Book book;
  private final BusinessClock clock;
  private final Clock wall;
  private final LongConsumer toTheDesk;

  /**
   * @param toTheDesk hears the number of each filing that somebody will have to decide
   */
  Register(Book book, BusinessClock clock, Clock wall, LongConsumer toTheDesk) {
    this.book = book;
    this.clock = clock;
    this.wall = wall;
    this.toTheDesk = toTheDesk;
  }

  Entry take(Filing filing) {
    Ruling ruling = Rules.on(filing);
    Instant at = clock.now();
    Message message =
        new Message(
            filing.deliveryId(),
            filing.caseNo(),
            Message.Kind.APPLY,
            filing.applicant().name(),
            filing.applicant().idNumber(),
            filing.business());
    Entry entry = book.take(number -> entered(number, message, at, ruling));
    book.settle();
    if (entry.verdict().undecided()) {
      toTheDesk.accept(entry.number());
    }
    return entry;
  }

  private Entry entered(long number, Message message, Instant at, Ruling ruling) {
    String serial = serial(message.item(), at, number);
    return ruling.verdict() == Verdict.NOT_ACCEPTED
        ? Entry.settled(number, serial, message, at, ruling.verdict(), ruling.reason())
        : Entry.open(
            number, serial, message, at, Pace.of(message.caseNo(), ruling, wall.instant(), at));
  }

  private static String serial(String business, Instant at, long number) {
    int year = BusinessClock.local(at).getYear();
    return String.format(Locale.ROOT, "%s%d%07d", business.substring(0, 2), year, number);
  }

  /**
   * The filing that {@code deliveryId} is about, be it the id of the filing or of its withdrawal.
   */
  Optional<Entry> find(String deliveryId) {
    book.settle(); // nothing is told that a power cut could unsay
    return book.find(deliveryId)
        .map(
            entry ->
                entry.message().kind() == Message.Kind.APPLY ? entry : filingUnder(entry.serial()));
  }

  private Entry filingUnder(String serial) {
    return book.all().stream()
        .filter(entry -> entry.serial().equals(serial))
        .filter(entry -> entry.message().kind() == Message.Kind.APPLY)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Takes a filing back if nobody has decided it yet; the answer is the withdrawal as it stands in
   * the book.
   */
  Optional<Entry> withdraw(Withdrawal wish) {
    Optional<Entry> entry =
        book.application(wish.originalDeliveryId(), wish.caseNo())
            .map(filing -> book.withdraw(filing, wish.deliveryId(), wish.reason(), clock.now()));
    book.settle();
    return entry;
  }
}
