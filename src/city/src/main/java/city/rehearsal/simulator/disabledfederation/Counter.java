package city.rehearsal.simulator.disabledfederation;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counter: open from eight to six, every day. What it takes it decides, and it takes whatever
 * comes: a caller's own number (LSH) is written down and never looked up.
 */
final class Counter {
  private static final LocalTime OPENS = LocalTime.of(8, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  private final ApplicationStore store;
  private final BusinessClock clock;

  Counter(ApplicationStore store, BusinessClock clock) {
    this.store = store;
    this.clock = clock;
  }

  Answer serve(Interface called, Map<String, String> message) {
    String reference = message.getOrDefault("LSH", "");
    if (!open()) {
      return Answer.refused("9001", "非服务时间", reference);
    }
    try {
      called.check(message);
      return called.applies() ? apply(called, message) : withdraw(message);
    } catch (FieldError e) {
      return Answer.refused("1002", String.valueOf(e.getMessage()), reference);
    }
  }

  private boolean open() {
    LocalTime now = clock.local().toLocalTime();
    return !now.isBefore(OPENS) && now.isBefore(CLOSES);
  }

  private Answer apply(Interface called, Map<String, String> message) {
    Decision decision = Rules.on(called, message);
    Message taken =
        new Message(
            text(message, "LSH"),
            text(message, "BJBH"),
            Message.Kind.APPLY,
            text(message, "XM"),
            text(message, "ZJHM"),
            called.name());
    return Answer.on(enter(taken, decision.status(), decision.reason()));
  }

  /** Too late it always is: this counter decides while the sender waits. */
  private Answer withdraw(Map<String, String> message) {
    Optional<StoredMessage> application =
        store.all().stream()
            .filter(entry -> entry.message().kind() == Message.Kind.APPLY)
            .filter(entry -> entry.message().caseNo().equals(text(message, "BJBH")))
            .findFirst();
    if (application.isEmpty()) {
      return Answer.refused("1404", "无此办件", text(message, "LSH"));
    }
    Message about = application.get().message();
    Message wish =
        new Message(
            text(message, "LSH"),
            about.caseNo(),
            Message.Kind.WITHDRAW,
            about.name(),
            about.idNumber(),
            Interface.CXSQ.name());
    return Answer.on(enter(wish, ApplicationStatus.TOO_LATE, text(message, "CXYY")));
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
    return String.format(Locale.ROOT, "CL%d%07d", BusinessClock.local(at).getYear(), number);
  }

  /** A field that {@link Interface#check} has found to be there. */
  private static String text(Map<String, String> message, String field) {
    return String.valueOf(message.get(field));
  }
}
