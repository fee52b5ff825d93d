package city.rehearsal.simulator.office.files;

import city.rehearsal.simulator.office.Book;
import city.rehearsal.simulator.office.BusinessClock;
import city.rehearsal.simulator.office.Entry;
import city.rehearsal.simulator.office.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A register of lines: a delivery id stands in it once, however many files it comes in, and is
 * decided on the morning after it came.
 */
final class FileRegister {
  private final Book book;
  private final BusinessClock clock;
  private final FileOffice.Habits habits;

  FileRegister(Book book, BusinessClock clock, FileOffice.Habits habits) {
    this.book = book;
    this.clock = clock;
    this.habits = habits;
  }

  void take(List<Slip> slips) {
    for (Slip slip : slips) {
      if (book.find(slip.deliveryId()).isEmpty()) {
        if (slip.withdraws()) {
          withdraw(slip);
        } else {
          apply(slip);
        }
      }
    }
    book.settle();
  }

  /** When a file is answered: the morning after its lines came. */
  Instant due(List<Slip> slips) {
    return slips.stream()
        .flatMap(slip -> book.find(slip.deliveryId()).stream())
        .map(entry -> morningAfter(entry.at()))
        .max(Instant::compareTo)
        .orElse(Instant.MIN); // nothing but withdrawals of what we never had
  }

  void decide(List<Slip> slips) {
    Instant now = clock.now();
    for (Slip slip : slips) {
      book.find(slip.deliveryId())
          .ifPresent(entry -> book.change(entry.number(), e -> decided(e, now)));
    }
    book.settle();
  }

  List<Outcome> outcomes(List<Slip> slips) {
    return slips.stream()
        .map(
            slip ->
                book.find(slip.deliveryId())
                    .map(entry -> outcome(slip, entry))
                    .orElseGet(
                        () ->
                            new Outcome(
                                slip.deliveryId(), "", null, habits.unknown(), clock.now())))
        .toList();
  }

  private static Entry decided(Entry entry, Instant now) {
    Plan plan = entry.plan();
    return entry.verdict().undecided() && plan != null
        ? entry.ended(plan.verdict(), plan.reason(), now)
        : entry;
  }

  private static Outcome outcome(Slip slip, Entry entry) {
    if (entry.verdict().undecided()) {
      throw new IllegalStateException("it is not decided yet");
    }
    String reason = entry.reason() == null ? "" : entry.reason();
    Instant at = entry.decidedAt() == null ? entry.at() : entry.decidedAt();
    return new Outcome(slip.deliveryId(), entry.serial(), entry.verdict(), reason, at);
  }

  private void apply(Slip slip) {
    Instant at = clock.now();
    Plan plan = new Plan(at, null, morningAfter(at), slip.verdict(), slip.reason());
    book.take(number -> Entry.open(number, serial(at, number), slip.message(), at, plan));
  }

  /** What was never here has nothing to take back, and is not written down. */
  private void withdraw(Slip slip) {
    book.application(slip.original(), slip.message().caseNo())
        .ifPresent(
            original -> book.withdraw(original, slip.deliveryId(), slip.reason(), clock.now()));
  }

  private Instant morningAfter(Instant at) {
    return BusinessClock.local(at).plusDays(1).with(habits.morning()).toInstant();
  }

  private String serial(Instant at, long number) {
    return String.format(
        Locale.ROOT, "%s%d%07d", habits.prefix(), BusinessClock.local(at).getYear(), number);
  }
}
