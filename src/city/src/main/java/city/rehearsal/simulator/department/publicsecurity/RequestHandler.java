package city.rehearsal.simulator.department.publicsecurity;

import static city.rehearsal.simulator.core.FieldRule.need;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.Decision;
import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FieldRule;
import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.Message;
import city.rehearsal.simulator.core.Pacing;
import city.rehearsal.simulator.core.StoredMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Handles messages day and night. It decides while the sender waits, except when a card has to be
 * made; it stores a request number as often as it is sent.
 */
final class RequestHandler {
  private static final Pacing CARD_PRODUCTION =
      Pacing.later(Duration.ofDays(2), Duration.ofDays(5)).withReview(Duration.ofMillis(100));

  private static final List<FieldRule> INQUIRY = List.of(need("YQQBH", 64, Formats.TEXT));
  private static final List<FieldRule> WITHDRAWAL =
      List.of(
          need("QQBH", 64, Formats.TEXT),
          need("YQQBH", 64, Formats.TEXT),
          need("CHYY", 300, Formats.TEXT));

  private final ApplicationStore store;
  private final ApplicationRegister register;

  RequestHandler(DepartmentContext context, DecisionScheduler scheduler) {
    this.store = context.store();
    this.register =
        new ApplicationRegister(
            context, ApplicationRegister.Serial.daily("GA"), CARD_PRODUCTION, scheduler);
  }

  /**
   * @param kind the document's name: YWSQ applies, YWCX inquires, YWCH withdraws
   */
  Answer handle(String kind, Fields fields) {
    try {
      return switch (kind) {
        case "YWSQ" -> apply(fields);
        case "YWCX" -> inquire(fields);
        case "YWCH" -> withdraw(fields);
        default -> throw new FormatException(kind + "不是接口报文");
      };
    } catch (FormatException e) {
      return Answer.refused("2001", String.valueOf(e.getMessage()), fields.get("QQBH"));
    }
  }

  private Answer apply(Fields fields) throws FormatException {
    Business business = Business.of(fields);
    Decision decision = Rules.decide(business, fields);
    String citizenNumber = fields.get("GMSFHM");
    Message message =
        new Message(
            fields.required("QQBH"),
            fields.required("AJBH"),
            Message.Kind.APPLY,
            fields.required("XM"),
            citizenNumber == null ? fields.required("ZJHM") : citizenNumber,
            fields.required("YWLX"));
    StoredMessage stored =
        business == Business.ISSUE
            ? register.apply(message, decision)
            : register.settle(message, decision.status(), decision.reason());
    return Answer.on(stored, message.deliveryId());
  }

  private Answer inquire(Fields fields) throws FormatException {
    check(INQUIRY, fields);
    String id = fields.required("YQQBH");
    return register
        .find(id)
        .map(stored -> Answer.on(stored, id))
        .orElseGet(() -> Answer.unknown(id));
  }

  /** What is decided cannot be withdrawn; a card in production can. */
  private Answer withdraw(Fields fields) throws FormatException {
    check(WITHDRAWAL, fields);
    String id = fields.required("QQBH");
    Optional<StoredMessage> application = store.application(fields.required("YQQBH"));
    return application
        .map(found -> register.withdrawWithOwnSerial(found, id, fields.required("CHYY")))
        .map(stored -> Answer.on(stored, id))
        .orElseGet(() -> Answer.unknown(id));
  }

  static void check(List<FieldRule> rules, Fields fields) throws FormatException {
    FieldRule.check(rules, fields, StandardCharsets.UTF_8, "不是接口字段");
  }
}
