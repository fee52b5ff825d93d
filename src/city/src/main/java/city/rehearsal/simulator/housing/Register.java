package city.rehearsal.simulator.housing;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
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
  private final ApplicationStore store;
  private final BusinessClock clock;
  private final Clock wall;
  private final LongConsumer toTheDesk;

  /**
   * @param toTheDesk hears the number of each filing that somebody will have to decide
   */
  Register(ApplicationStore store, BusinessClock clock, Clock wall, LongConsumer toTheDesk) {
    this.store = store;
    this.clock = clock;
    this.wall = wall;
    this.toTheDesk = toTheDesk;
  }

  StoredMessage take(Filing filing) {
    Decision decision = Rules.on(filing);
    Instant at = clock.now();
    Message message =
        new Message(
            filing.deliveryId(),
            filing.caseNo(),
            Message.Kind.APPLY,
            filing.applicant().name(),
            filing.applicant().idNumber(),
            filing.business());
    StoredMessage entry = store.add(number -> entered(number, message, at, decision));
    store.sync();
    if (entry.status().undecided()) {
      toTheDesk.accept(entry.number());
    }
    return entry;
  }

  private StoredMessage entered(long number, Message message, Instant at, Decision decision) {
    String serial = serial(message.item(), at, number);
    return decision.status() == ApplicationStatus.NOT_ACCEPTED
        ? StoredMessage.settled(number, serial, message, at, decision.status(), decision.reason())
        : StoredMessage.open(
            number, serial, message, at, Pace.of(message.caseNo(), decision, wall.instant(), at));
  }

  private static String serial(String business, Instant at, long number) {
    int year = BusinessClock.local(at).getYear();
    return String.format(Locale.ROOT, "%s%d%07d", business.substring(0, 2), year, number);
  }

  /**
   * The filing that {@code deliveryId} is about, be it the id of the filing or of its withdrawal.
   */
  Optional<StoredMessage> find(String deliveryId) {
    store.sync(); // nothing is told that a power cut could unsay
    return store
        .find(deliveryId)
        .map(
            entry ->
                entry.message().kind() == Message.Kind.APPLY ? entry : filingUnder(entry.serial()));
  }

  private StoredMessage filingUnder(String serial) {
    return store.all().stream()
        .filter(entry -> entry.serial().equals(serial))
        .filter(entry -> entry.message().kind() == Message.Kind.APPLY)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Takes a filing back if nobody has decided it yet; the answer is the withdrawal as it stands in
   * the book.
   */
  Optional<StoredMessage> withdraw(Withdrawal wish) {
    Optional<StoredMessage> entry =
        store
            .application(wish.originalDeliveryId(), wish.caseNo())
            .map(filing -> store.withdraw(filing, wish.deliveryId(), wish.reason(), clock.now()));
    store.sync();
    return entry;
  }
}
