package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.ApplicationRegister.Serial;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DecisionPlan;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.Submission;
import java.time.Instant;
import java.util.List;

/**
 * Stores the lines of files: a delivery id once, however many files it comes in. Everything is
 * decided on the morning after it came, also what is not accepted.
 */
final class FileRegister {
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final FileDepartment.Rules rules;
  private final Serial serial;

  FileRegister(DepartmentContext context, FileDepartment.Rules rules) {
    this.store = context.store();
    this.clock = context.clock();
    this.rules = rules;
    this.serial = Serial.yearly(rules.serialPrefix());
  }

  /** Stores what is new; one sync for all lines. */
  void take(List<Submission> lines) {
    for (Submission line : lines) {
      if (store.find(line.id()).isEmpty()) {
        if (line instanceof Submission.Application application) {
          apply(application);
        } else if (line instanceof Submission.Withdrawal withdrawal) {
          withdraw(withdrawal);
        }
      }
    }
    store.sync();
  }

  private void apply(Submission.Application line) {
    Instant at = clock.now();
    DecisionPlan plan =
        new DecisionPlan(
            null, null, morningAfter(at), line.decision().status(), line.decision().reason());
    store.add(
        number ->
            StoredMessage.open(
                number, serial.of(line.message(), at, number), line.message(), at, plan));
  }

  /** A withdrawal of an application that is not stored is not stored either. */
  private void withdraw(Submission.Withdrawal line) {
    store
        .application(line.original(), line.caseNo())
        .ifPresent(
            application -> store.withdraw(application, line.id(), line.reason(), clock.now()));
  }

  /** When a file is answered: on the morning after its lines came. */
  Instant due(List<Submission> lines) {
    return lines.stream()
        .flatMap(line -> store.find(line.id()).stream())
        .map(stored -> morningAfter(stored.at()))
        .max(Instant::compareTo)
        .orElse(Instant.MIN); // nothing but withdrawals of what is not stored
  }

  private Instant morningAfter(Instant at) {
    return BusinessClock.local(at).plusDays(1).with(rules.morning()).toInstant();
  }

  void decide(List<Submission> lines) {
    Instant now = clock.now();
    for (Submission line : lines) {
      store
          .find(line.id())
          .ifPresent(stored -> store.update(stored.number(), one -> one.asPlanned(now)));
    }
    store.sync();
  }

  List<LineResult> results(List<Submission> lines) {
    return lines.stream().map(this::result).toList();
  }

  private LineResult result(Submission line) {
    return store
        .find(line.id())
        .map(FileRegister::result)
        .orElseGet(() -> new LineResult(line.id(), "", null, rules.unknownSentence(), clock.now()));
  }

  private static LineResult result(StoredMessage stored) {
    if (stored.status().undecided()) {
      throw new IllegalStateException("the message is not decided");
    }
    String reason = stored.reason() == null ? "" : stored.reason();
    return new LineResult(
        stored.message().deliveryId(), stored.serial(), stored.status(), reason, stored.endedAt());
  }
}
