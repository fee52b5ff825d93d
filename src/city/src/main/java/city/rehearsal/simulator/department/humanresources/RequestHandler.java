package city.rehearsal.simulator.department.humanresources;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.ApplicationStatus;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.StoredMessage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Handles messages from seven in the morning to nine in the evening; decides while they wait. */
final class RequestHandler {
  private static final LocalTime OPENS = LocalTime.of(7, 0);
  private static final LocalTime CLOSES = LocalTime.of(21, 0);

  private final ApplicationStore store;
  private final BusinessClock clock;
  private final ApplicationRegister register;

  RequestHandler(DepartmentContext context) {
    this.store = context.store();
    this.clock = context.clock();
    this.register = new ApplicationRegister(context, ApplicationRegister.Serial.daily("RS"));
  }

  RootReply handle(RootMessage message) {
    if (!clock.isBetween(OPENS, CLOSES)) {
      return RootReply.refused("900001", "非服务时间", message.msgId());
    }
    try {
      Transaction transaction = Transaction.of(message);
      transaction.check(message);
      return switch (transaction) {
        case Q001 -> inquire(message);
        case C001 -> withdraw(message);
        case RS0223 -> lookUp(message, PensionAccount::contributions);
        case RS0224 -> lookUp(message, PensionAccount::pension);
        default -> apply(transaction, message);
      };
    } catch (FormatException e) {
      return RootReply.refused("100002", String.valueOf(e.getMessage()), message.msgId());
    }
  }

  private RootReply apply(Transaction transaction, RootMessage message) {
    Message application =
        new Message(
            message.msgId(),
            message.required("CASENO"),
            Message.Kind.APPLY,
            message.required("AAC003"),
            message.required("AAC002"),
            transaction.name());
    return RootReply.on(
        register.apply(application, Rules.decide(transaction, message)), message.msgId());
  }

  /** Answers from a pension account. Nothing is stored: looking changes nothing. */
  private RootReply lookUp(
      RootMessage message,
      BiFunction<PensionAccount, LocalDate, Map<String, List<String>>> question) {
    LocalDate today = clock.local().toLocalDate();
    return PensionAccount.of(message.required("AAC002"))
        .map(account -> question.apply(account, today))
        .filter(columns -> !columns.isEmpty())
        .map(columns -> RootReply.found(columns, message.msgId()))
        .orElseGet(() -> RootReply.refused("000204", "查无记录", message.msgId()));
  }

  private RootReply inquire(RootMessage message) {
    return register
        .find(message.required("YMSGID"))
        .map(stored -> RootReply.on(stored, message.msgId()))
        .orElseGet(() -> unknown(message));
  }

  /** A withdrawal is always too late: the application was decided while its sender waited. */
  private RootReply withdraw(RootMessage message) {
    Optional<StoredMessage> application = store.application(message.required("YMSGID"));
    if (application.isEmpty()) {
      return unknown(message);
    }
    Message withdrawal =
        application.get().message().withdrawnBy(message.msgId(), Transaction.C001.name());
    return RootReply.on(
        register.settle(withdrawal, ApplicationStatus.TOO_LATE, message.required("CXYY")),
        message.msgId());
  }

  private static RootReply unknown(RootMessage message) {
    return RootReply.refused("000404", "查无此报文", message.msgId());
  }
}
