package city.rehearsal.simulator.economyinformatisation;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The counter: always open, and quick. A number that it has seen gets the answer that it had. */
final class Counter {
  private final ApplicationStore store;
  private final BusinessClock clock;

  Counter(ApplicationStore store, BusinessClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Two at once with one number are one application: nobody comes between looking and taking. */
  synchronized StoredMessage apply(Application application) throws FormError {
    Optional<StoredMessage> seen = seen(application.message());
    return seen.isPresent()
        ? seen.get()
        : enter(
            application.message(),
            application.decision().status(),
            application.decision().reason());
  }

  /** Too late it always is: this counter decides while the sender waits. */
  synchronized Optional<StoredMessage> withdraw(
      String number, String caseNo, String original, String why) throws FormError {
    Optional<StoredMessage> application =
        store
            .find(original)
            .filter(entry -> entry.message().kind() == Message.Kind.APPLY)
            .filter(entry -> entry.message().caseNo().equals(caseNo));
    if (application.isEmpty()) {
      return Optional.empty();
    }
    Message about = application.get().message();
    Message wish =
        new Message(
            number, caseNo, Message.Kind.WITHDRAW, about.name(), about.idNumber(), about.item());
    Optional<StoredMessage> seen = seen(wish);
    return seen.isPresent() ? seen : Optional.of(enter(wish, ApplicationStatus.TOO_LATE, why));
  }

  private Optional<StoredMessage> seen(Message message) throws FormError {
    store.sync(); // nothing is told that a power cut could unsay
    Optional<StoredMessage> entry = store.find(message.deliveryId());
    if (entry.isPresent() && !entry.get().message().equals(message)) {
      throw new FormError("lsh", "流水号已用于其他内容");
    }
    return entry;
  }

  private StoredMessage enter(Message message, ApplicationStatus status, @Nullable String reason) {
    Instant at = clock.now();
    StoredMessage entry =
        store.add(
            number ->
                StoredMessage.settled(number, serial(at, number), message, at, status, reason));
    store.sync();
    return entry;
  }

  private static String serial(Instant at, long number) {
    return String.format(Locale.ROOT, "JX%d%07d", BusinessClock.local(at).getYear(), number);
  }
}
