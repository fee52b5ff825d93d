package city.rehearsal.simulator.core;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores a department's applications and withdrawals under its serial numbers, each synced to the
 * disk before the caller can answer.
 */
public final class ApplicationRegister {
  /** The department's serial number of the message that becomes number {@code number}. */
  public interface Serial {
    String of(Message message, Instant at, long number);

    /** {@code CL20180000001}: prefix, year, number. */
    static Serial yearly(String prefix) {
      return (message, at, number) ->
          String.format(Locale.ROOT, "%s%d%07d", prefix, BusinessClock.local(at).getYear(), number);
    }

    /** {@code RS20180702000001}: prefix, day, number. */
    static Serial daily(String prefix) {
      return (message, at, number) ->
          String.format(
              Locale.ROOT,
              "%s%s%06d",
              prefix,
              DateTimeFormatter.BASIC_ISO_DATE.format(BusinessClock.local(at).toLocalDate()),
              number);
    }
  }

  private final ApplicationStore store;
  private final BusinessClock clock;
  private final Serial serial;
  private final @Nullable Pacing pacing;
  private final LongConsumer onOpen;

  /** For a department that decides while the sender waits. */
  public ApplicationRegister(DepartmentContext context, Serial serial) {
    this(context, serial, null, number -> {});
  }

  /** For a department that decides at the pace of {@code pacing}. */
  public ApplicationRegister(
      DepartmentContext context, Serial serial, Pacing pacing, DecisionScheduler scheduler) {
    this(context, serial, pacing, scheduler::schedule);
  }

  private ApplicationRegister(
      DepartmentContext context, Serial serial, @Nullable Pacing pacing, LongConsumer onOpen) {
    this.store = context.store();
    this.clock = context.clock();
    this.serial = serial;
    this.pacing = pacing;
    this.onOpen = onOpen;
  }

  /** Stores an application. It is decided later if it is accepted and the department takes time. */
  public StoredMessage apply(Message message, Decision decision) {
    if (pacing == null || decision.status() == ApplicationStatus.NOT_ACCEPTED) {
      return settle(message, decision.status(), decision.reason());
    }
    Instant at = clock.now();
    DecisionPlan plan = pacing.plan(message.caseNo(), decision, Instant.now(), at);
    StoredMessage stored =
        store.add(
            number ->
                StoredMessage.open(number, serial.of(message, at, number), message, at, plan));
    store.sync();
    onOpen.accept(stored.number());
    return stored;
  }

  /** Stores a message whose outcome is known. */
  public StoredMessage settle(Message message, ApplicationStatus status, @Nullable String reason) {
    Instant at = clock.now();
    StoredMessage stored =
        store.add(
            number ->
                StoredMessage.settled(
                    number, serial.of(message, at, number), message, at, status, reason));
    store.sync();
    return stored;
  }

  /** Withdraws an application if it is undecided; the withdrawal has the application's serial. */
  public StoredMessage withdraw(
      StoredMessage application, String deliveryId, @Nullable String reason) {
    StoredMessage stored = store.withdraw(application, deliveryId, reason, clock.now());
    store.sync();
    return stored;
  }

  /** The same; the withdrawal has a serial number of its own. */
  public StoredMessage withdrawWithOwnSerial(
      StoredMessage application, String deliveryId, @Nullable String reason) {
    Instant at = clock.now();
    StoredMessage stored =
        store.withdraw(
            application,
            deliveryId,
            reason,
            at,
            number -> serial.of(application.message(), at, number));
    store.sync();
    return stored;
  }

  /** The first message with that id. What is answered from the store is on the disk. */
  public Optional<StoredMessage> find(String deliveryId) {
    store.sync();
    return store.find(deliveryId);
  }
}
