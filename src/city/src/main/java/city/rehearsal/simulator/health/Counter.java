package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.health.Order.Application;
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
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final Clock wall;
  private final Seen seen;
  private final LongConsumer toTheDesk;

  Counter(
      ApplicationStore store, BusinessClock clock, Clock wall, Seen seen, LongConsumer toTheDesk) {
    this.store = store;
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
      Optional<StoredMessage> before = store.find(id);
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

  private StoredMessage apply(Order order, Application application) {
    Instant at = clock.now();
    Decision decision = application.decision();
    Message message =
        new Message(
            order.controlId(),
            order.caseNo(),
            Message.Kind.APPLY,
            application.name(),
            application.idNumber(),
            application.service());
    boolean no = decision.status() == ApplicationStatus.NOT_ACCEPTED;
    StoredMessage entry =
        store.add(
            number ->
                no
                    ? StoredMessage.settled(
                        number,
                        serial(at, number),
                        message,
                        at,
                        decision.status(),
                        decision.reason())
                    : StoredMessage.open(
                        number,
                        serial(at, number),
                        message,
                        at,
                        Pace.of(order.caseNo(), decision, wall.instant(), at)));
    store.sync();
    if (!no) {
      toTheDesk.accept(entry.number());
    }
    return entry;
  }

  private Letter withdraw(Order order, byte[] message) {
    Optional<StoredMessage> original =
        store.application(Objects.requireNonNull(order.original()), order.caseNo());
    if (original.isEmpty()) {
      return Letter.no(order.controlId(), "3102", "查无此申请", clock.now());
    }
    seen.remember(order.controlId(), message);
    Instant at = clock.now();
    StoredMessage now =
        store.update(
            original.get().number(),
            entry ->
                entry.status().undecided()
                    ? entry.ended(ApplicationStatus.WITHDRAWN, order.reason(), at)
                    : entry);
    ApplicationStatus status =
        now.status() == ApplicationStatus.WITHDRAWN
                || now.status() == ApplicationStatus.NOT_ACCEPTED
            ? ApplicationStatus.WITHDRAWN
            : ApplicationStatus.TOO_LATE;
    Message about = now.message();
    Message wish =
        new Message(
            order.controlId(),
            order.caseNo(),
            Message.Kind.WITHDRAW,
            about.name(),
            about.idNumber(),
            about.item());
    StoredMessage entry =
        store.add(
            number ->
                StoredMessage.settled(number, now.serial(), wish, at, status, order.reason()));
    store.sync();
    return Letter.about(entry);
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "WJ%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
