package city.tongban.intake;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.CaseState;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.clock.BusinessClock;
import city.tongban.partner.AccessPolicy;
import city.tongban.partner.Partner;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives every message by which a centre takes a case back; effective once, like the application.
 */
@Service("withdrawals")
public class WithdrawalIntake {
  private final OpenApiValidator validator;
  private final AccessPolicy access;
  private final Inbox inbox;
  private final IdempotentReceiver idempotentReceiver;
  private final Cases cases;
  private final ReceiptWriter receiptWriter;
  private final RefusalRecorder refusals;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  WithdrawalIntake(
      OpenApiValidator validator,
      AccessPolicy access,
      Inbox inbox,
      IdempotentReceiver idempotentReceiver,
      Cases cases,
      ReceiptWriter receiptWriter,
      RefusalRecorder refusals,
      BusinessClock clock,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.validator = validator;
    this.access = access;
    this.inbox = inbox;
    this.idempotentReceiver = idempotentReceiver;
    this.cases = cases;
    this.receiptWriter = receiptWriter;
    this.refusals = refusals;
    this.clock = clock;
    this.events = events;
    this.transactions = transactions;
  }

  /** Requests the withdrawal of a case; returns once that is committed. */
  public Receipt accept(Partner sender, CaseNumber number, IncomingMessage incoming) {
    return accept(
        refusals.orRefused(
            sender, incoming, () -> ParsedMessage.json(sender, incoming, number.value())),
        number,
        new ValidationErrors());
  }

  /** Requests a withdrawal that came by SOAP, where the message itself names the case. */
  public Receipt accept(SoapMessage soap) {
    ValidationErrors errors = new ValidationErrors();
    String named = soap.take("caseNumber");
    CaseNumber number = errors.read("/caseNumber", () -> number(named));
    return accept(soap.message(number == null ? "" : number.value()), number, errors);
  }

  private static CaseNumber number(@Nullable String named) {
    if (named == null) {
      throw Refusal.of("HUB-1004", "a required field is missing")
          .fix("send the number printed on the receipt");
    }
    return new CaseNumber(named);
  }

  private Receipt accept(
      ParsedMessage message, @Nullable CaseNumber number, ValidationErrors errors) {
    validator.checkWithdrawal(message.tree(), errors);
    String id = message.id();
    String reason = message.text("/reason");
    if (!errors.none() || number == null || id == null || reason == null) {
      return repeatedOrRefused(message, errors.problems());
    }
    try {
      access.withdrawCase(
          message.sender(), number, cases.find(number).map(CaseView::sender).orElse(null));
      return store(message, id, number, reason)
          .or(() -> idempotentReceiver.receipt(message))
          .orElseThrow();
    } catch (Refusal refusal) {
      return repeatedOrRefused(message, List.of(refusal.problem()));
    }
  }

  private Optional<Receipt> store(
      ParsedMessage message, String id, CaseNumber number, String reason) {
    return Optional.ofNullable(
        transactions.execute(
            tx -> {
              events.publishEvent(new StepRecorded(received(message, number)));
              CaseState state = cases.withdraw(number, reason);
              String answer = receiptWriter.withdrawn(number, state);
              String subject = number + "/withdrawal";
              if (!inbox.take(message, id, subject, answer, CollectedAtReader.now(clock))) {
                tx.setRollbackOnly();
                return null;
              }
              return new Receipt(number, answer);
            }));
  }

  private static TraceStep received(ParsedMessage message, CaseNumber number) {
    return TraceStep.at("intake", "withdrawal-received")
        .of(number)
        .with(message.sender().id())
        .in(message.payload())
        .build();
  }

  private Receipt repeatedOrRefused(ParsedMessage message, List<Problem> problems) {
    return idempotentReceiver
        .receipt(message)
        .orElseThrow(() -> refusals.read(message, problems, null));
  }
}
