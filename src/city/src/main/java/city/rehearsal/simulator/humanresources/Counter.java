package city.rehearsal.simulator.humanresources;

import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The counter: open from seven to nine in the evening, every day, and quick. What it takes it
 * decides.
 */
final class Counter {
  private static final LocalTime OPENS = LocalTime.of(7, 0);
  private static final LocalTime CLOSES = LocalTime.of(21, 0);
  private static final int WORKING_AGE = 16; // Labour Law, article 15
  private static final int MONTHS_MIN = 12; // Social Insurance Law, article 45

  private final ApplicationStore store;
  private final BusinessClock clock;

  Counter(ApplicationStore store, BusinessClock clock) {
    this.store = store;
    this.clock = clock;
  }

  RootReply serve(RootMessage message) {
    if (!open()) {
      return RootReply.refused("900001", "非服务时间", message.msgId());
    }
    try {
      Transaction transaction = Transaction.of(message);
      transaction.check(message);
      return switch (transaction) {
        case Q001 -> asked(message);
        case C001 -> withdraw(message);
        case RS0223 -> found(message, PensionAccount::contributions);
        case RS0224 -> found(message, PensionAccount::pension);
        default -> apply(transaction, message);
      };
    } catch (FieldError e) {
      return RootReply.refused("100002", String.valueOf(e.getMessage()), message.msgId());
    }
  }

  private boolean open() {
    LocalTime now = clock.local().toLocalTime();
    return !now.isBefore(OPENS) && now.isBefore(CLOSES);
  }

  private RootReply apply(Transaction transaction, RootMessage message) {
    Optional<String> refusal = notAccepted(transaction, message);
    Optional<String> no = rejected(transaction, message);
    ApplicationStatus status =
        refusal.isPresent()
            ? ApplicationStatus.NOT_ACCEPTED
            : no.isPresent() ? ApplicationStatus.REJECTED : ApplicationStatus.APPROVED;
    Message taken =
        new Message(
            message.msgId(),
            message.required("CASENO"),
            Message.Kind.APPLY,
            message.required("AAC003"),
            message.required("AAC002"),
            transaction.name());
    return RootReply.on(enter(taken, status, refusal.or(() -> no).orElse(null)), message.msgId());
  }

  private static Optional<String> notAccepted(Transaction transaction, RootMessage message) {
    if (transaction != Transaction.RS0110) {
      return Optional.empty();
    }
    LocalDate day = Form.time(message.required("SQSJ")).toLocalDate();
    return CitizenNumber.birth(message.required("AAC002"))
        .filter(birth -> birth.plusYears(WORKING_AGE).isAfter(day))
        .map(birth -> "未满十六周岁");
  }

  private static Optional<String> rejected(Transaction transaction, RootMessage message) {
    return transaction == Transaction.RS0112
            && Integer.parseInt(message.required("AAE201")) < MONTHS_MIN
        ? Optional.of("缴费不满十二个月")
        : Optional.empty();
  }

  /** Looking changes nothing, so the book does not know of it. */
  private RootReply found(
      RootMessage message, BiFunction<PensionAccount, LocalDate, Map<String, List<String>>> look) {
    LocalDate today = clock.local().toLocalDate();
    return PensionAccount.of(message.required("AAC002"))
        .map(account -> look.apply(account, today))
        .filter(columns -> !columns.isEmpty())
        .map(columns -> RootReply.found(columns, message.msgId()))
        .orElseGet(() -> RootReply.refused("000204", "查无记录", message.msgId()));
  }

  private RootReply asked(RootMessage message) {
    store.sync(); // nothing is told that a power cut could unsay
    return store
        .find(message.required("YMSGID"))
        .map(entry -> RootReply.on(entry, message.msgId()))
        .orElseGet(() -> neverSeen(message));
  }

  /** Too late it always is: this counter decides while the sender waits. */
  private RootReply withdraw(RootMessage message) {
    Optional<StoredMessage> original =
        store
            .find(message.required("YMSGID"))
            .filter(entry -> entry.message().kind() == Message.Kind.APPLY);
    if (original.isEmpty()) {
      return neverSeen(message);
    }
    Message about = original.get().message();
    Message wish =
        new Message(
            message.msgId(),
            about.caseNo(),
            Message.Kind.WITHDRAW,
            about.name(),
            about.idNumber(),
            Transaction.C001.name());
    return RootReply.on(
        enter(wish, ApplicationStatus.TOO_LATE, message.required("CXYY")), message.msgId());
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
    String day = Form.written(BusinessClock.local(at).toLocalDateTime()).substring(0, 8);
    return String.format(Locale.ROOT, "RS%s%06d", day, number);
  }

  private static RootReply neverSeen(RootMessage message) {
    return RootReply.refused("000404", "查无此报文", message.msgId());
  }
}
