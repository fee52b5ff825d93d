package city.rehearsal.simulator.economyinformatisation;

import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Message;
import city.rehearsal.simulator.office.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The counter: always open, and quick. A number that it has seen gets the answer that it had. */
final class Counter {
  private final Book book;
  private final BusinessClock clock;

  Counter(Book book, BusinessClock clock) {
    this.book = book;
    this.clock = clock;
  }

  /** Two at once with one number are one application: nobody comes between looking and taking. */
  synchronized Entry apply(Application application) throws FormError {
    Optional<Entry> seen = seen(application.message());
    return seen.isPresent()
        ? seen.get()
        : enter(
            application.message(), application.ruling().verdict(), application.ruling().reason());
  }

  /** Too late it always is: this counter decides while the sender waits. */
  synchronized Optional<Entry> withdraw(String number, String caseNo, String original, String why)
      throws FormError {
    Optional<Entry> application =
        book.find(original)
            .filter(entry -> entry.message().kind() == Message.Kind.APPLY)
            .filter(entry -> entry.message().caseNo().equals(caseNo));
    if (application.isEmpty()) {
      return Optional.empty();
    }
    Message about = application.get().message();
    Message wish =
        new Message(
            number, caseNo, Message.Kind.WITHDRAW, about.name(), about.idNumber(), about.item());
    Optional<Entry> seen = seen(wish);
    return seen.isPresent() ? seen : Optional.of(enter(wish, Verdict.TOO_LATE, why));
  }

  private Optional<Entry> seen(Message message) throws FormError {
    book.settle(); // nothing is told that a power cut could unsay
    Optional<Entry> entry = book.find(message.deliveryId());
    if (entry.isPresent() && !entry.get().message().equals(message)) {
      throw new FormError("lsh", "流水号已用于其他内容");
    }
    return entry;
  }

  private Entry enter(Message message, Verdict verdict, @Nullable String reason) {
    Instant at = clock.now();
    Entry entry =
        book.take(
            number -> Entry.settled(number, serial(at, number), message, at, verdict, reason));
    book.settle();
    return entry;
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "JX%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
