package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DecisionPlan;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A register of lines: a delivery id stands in it once, however many files it comes in, and is
 * decided on the morning after it came.
 */
final class FileRegister {
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final FileOffice.Habits habits;

  FileRegister(ApplicationStore store, BusinessClock clock, FileOffice.Habits habits) {
    this.store = store;
    this.clock = clock;
    this.habits = habits;
  }

  void take(List<Slip> slips) {
    for (Slip slip : slips) {
      if (store.find(slip.deliveryId()).isEmpty()) {
        if (slip.withdraws()) {
          withdraw(slip);
        } else {
          apply(slip);
        }
      }
    }
    store.sync();
  }

  /** When a file is answered: the morning after its lines came. */
  Instant due(List<Slip> slips) {
    return slips.stream()
        .flatMap(slip -> store.find(slip.deliveryId()).stream())
        .map(entry -> morningAfter(entry.at()))
        .max(Instant::compareTo)
        .orElse(Instant.MIN); // nothing but withdrawals of what we never had
  }

  void decide(List<Slip> slips) {
    Instant now = clock.now();
    for (Slip slip : slips) {
      store
          .find(slip.deliveryId())
          .ifPresent(entry -> store.update(entry.number(), e -> decided(e, now)));
    }
    store.sync();
  }

  List<Outcome> outcomes(List<Slip> slips) {
    return slips.stream()
        .map(
            slip ->
                store
                    .find(slip.deliveryId())
                    .map(entry -> outcome(slip, entry))
                    .orElseGet(
                        () ->
                            new Outcome(
                                slip.deliveryId(), "", null, habits.unknown(), clock.now())))
        .toList();
  }

  private static StoredMessage decided(StoredMessage entry, Instant now) {
    DecisionPlan plan = entry.plan();
    return entry.status().undecided() && plan != null
        ? entry.ended(plan.status(), plan.reason(), now)
        : entry;
  }

  private static Outcome outcome(Slip slip, StoredMessage entry) {
    if (entry.status().undecided()) {
      throw new IllegalStateException("it is not decided yet");
    }
    String reason = entry.reason() == null ? "" : entry.reason();
    Instant at = entry.decidedAt() == null ? entry.at() : entry.decidedAt();
    return new Outcome(slip.deliveryId(), entry.serial(), entry.status(), reason, at);
  }

  private void apply(Slip slip) {
    Instant at = clock.now();
    DecisionPlan plan = new DecisionPlan(at, null, morningAfter(at), slip.status(), slip.reason());
    store.add(number -> StoredMessage.open(number, serial(at, number), slip.message(), at, plan));
  }

  /** What was never here has nothing to take back, and is not written down. */
  private void withdraw(Slip slip) {
    store
        .application(slip.original(), slip.message().caseNo())
        .ifPresent(
            original -> store.withdraw(original, slip.deliveryId(), slip.reason(), clock.now()));
  }

  private Instant morningAfter(Instant at) {
    return BusinessClock.local(at).plusDays(1).with(habits.morning()).toInstant();
  }

  private String serial(Instant at, long number) {
    return String.format(
        Locale.ROOT, "%s%d%07d", habits.prefix(), BusinessClock.local(at).getYear(), number);
  }
}
