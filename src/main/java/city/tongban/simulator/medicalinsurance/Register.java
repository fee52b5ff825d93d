package city.tongban.simulator.medicalinsurance;

import city.tongban.simulator.medicalinsurance.Rules.Ruling;
import city.tongban.simulator.office.Book;
import city.tongban.simulator.office.BusinessClock;
import city.tongban.simulator.office.Entry;
import city.tongban.simulator.office.Message;
import city.tongban.simulator.office.Plan;
import city.tongban.simulator.office.Verdict;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The insurer's register: a delivery id stands in it once, however many files it comes in, and is
 * decided on the morning after it came.
 */
final class Register {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private final Book book;
  private final BusinessClock clock;

  Register(Book book, BusinessClock clock) {
    this.book = book;
    this.clock = clock;
  }

  void take(List<InLine> lines) {
    for (InLine line : lines) {
      if (book.find(line.deliveryId()).isEmpty()) {
        if (line.withdraws()) {
          withdraw(line);
        } else {
          apply(line);
        }
      }
    }
    book.settle();
  }

  /** When a file is answered: the morning after its lines came. */
  Instant due(List<InLine> lines) {
    return lines.stream()
        .flatMap(line -> book.find(line.deliveryId()).stream())
        .map(entry -> morningAfter(entry.at()))
        .max(Instant::compareTo)
        .orElse(Instant.MIN); // nothing but withdrawals of what we never had
  }

  void decide(List<InLine> lines) {
    Instant now = clock.now();
    for (InLine line : lines) {
      book.find(line.deliveryId())
          .ifPresent(entry -> book.change(entry.number(), e -> decided(e, now)));
    }
    book.settle();
  }

  List<Outcome> outcomes(List<InLine> lines) {
    return lines.stream()
        .map(
            line ->
                book.find(line.deliveryId())
                    .map(entry -> outcome(line, entry))
                    .orElseGet(() -> new Outcome(line.deliveryId(), "", "6", "查无此报文", clock.now())))
        .toList();
  }

  private static Entry decided(Entry entry, Instant now) {
    Plan plan = entry.plan();
    return entry.verdict().undecided() && plan != null
        ? entry.ended(plan.verdict(), plan.reason(), now)
        : entry;
  }

  private static Outcome outcome(InLine line, Entry entry) {
    String code =
        switch (entry.verdict()) {
          case APPROVED -> "1";
          case REJECTED -> "2";
          case NOT_ACCEPTED -> "3";
          case WITHDRAWN -> "4";
          case TOO_LATE -> "5";
          case OPEN, UNDER_REVIEW -> throw new IllegalStateException("it is not decided yet");
        };
    String reason = entry.reason() == null ? "" : entry.reason();
    Instant at = entry.decidedAt() == null ? entry.at() : entry.decidedAt();
    return new Outcome(line.deliveryId(), entry.serial(), code, reason, at);
  }

  private void apply(InLine line) {
    Instant at = clock.now();
    Ruling ruling = Rules.on(line);
    Message message =
        new Message(
            line.deliveryId(),
            line.caseNo(),
            Message.Kind.APPLY,
            line.name(),
            line.idNumber(),
            line.business());
    Plan plan = new Plan(at, null, morningAfter(at), ruling.verdict(), ruling.reason());
    book.take(number -> Entry.open(number, serial(at, number), message, at, plan));
  }

  /** What was never here has nothing to take back, and is not written down. */
  private void withdraw(InLine line) {
    Optional<Entry> original =
        book.find(line.original())
            .filter(entry -> entry.message().kind() == Message.Kind.APPLY)
            .filter(entry -> entry.message().caseNo().equals(line.caseNo()));
    if (original.isEmpty()) {
      return;
    }
    Instant at = clock.now();
    Entry now =
        book.change(
            original.get().number(),
            entry ->
                entry.verdict().undecided()
                    ? entry.ended(Verdict.WITHDRAWN, line.reason(), at)
                    : entry);
    boolean gone = now.verdict() == Verdict.WITHDRAWN;
    Message about = now.message();
    Message message =
        new Message(
            line.deliveryId(),
            line.caseNo(),
            Message.Kind.WITHDRAW,
            about.name(),
            about.idNumber(),
            about.item());
    Verdict verdict = gone ? Verdict.WITHDRAWN : Verdict.TOO_LATE;
    book.take(number -> Entry.settled(number, now.serial(), message, at, verdict, line.reason()));
  }

  private static Instant morningAfter(Instant at) {
    return BusinessClock.local(at).plusDays(1).with(MORNING).toInstant();
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "YB%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
