package city.tongban.intake;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.cases.Application;
import city.tongban.cases.Cases;
import city.tongban.partner.Partner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Accepts applications, whatever transport carried them. */
@Service("intake")
public class Intake {
  private final AdmissionControl admission;
  private final ApplicationReader reader;
  private final Inbox inbox;
  private final IdempotentReceiver idempotentReceiver;
  private final Cases cases;
  private final ReceiptWriter receiptWriter;
  private final RefusalRecorder refusals;
  private final IntakeMetrics meters;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  Intake(
      AdmissionControl admission,
      ApplicationReader reader,
      Inbox inbox,
      IdempotentReceiver idempotentReceiver,
      Cases cases,
      ReceiptWriter receiptWriter,
      RefusalRecorder refusals,
      IntakeMetrics meters,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.admission = admission;
    this.reader = reader;
    this.inbox = inbox;
    this.idempotentReceiver = idempotentReceiver;
    this.cases = cases;
    this.receiptWriter = receiptWriter;
    this.refusals = refusals;
    this.meters = meters;
    this.events = events;
    this.transactions = transactions;
  }

  /**
   * Accepts one application. Returns once the case is committed, which the receipt confirms (P1);
   * the same message again gets the same receipt, and a refused message stores only its refusal.
   */
  public Receipt accept(Partner sender, IncomingMessage incoming) {
    return admission.admit(() -> take(sender, incoming));
  }

  /** Why every sender is asked to send later, whatever the message; empty when the hub is open. */
  public Optional<Problem> closed() {
    return admission.closed().map(Outage::problem);
  }

  private Receipt take(Partner sender, IncomingMessage incoming) {
    meters.in();
    return accept(
        refusals.orRefused(sender, incoming, () -> ParsedMessage.json(sender, incoming, "")));
  }

  /** Accepts one application that came by SOAP. */
  public Receipt accept(SoapMessage soap) {
    return admission.admit(
        () -> {
          meters.in();
          return accept(soap.message(""));
        });
  }

  private Receipt accept(ParsedMessage message) {
    ValidationErrors errors = new ValidationErrors();
    Application application = reader.read(message, errors);
    if (application == null) {
      return idempotentReceiver
          .receipt(message)
          .orElseThrow(() -> refusals.read(message, errors.problems(), null));
    }
    try {
      return store(message, application)
          .or(() -> idempotentReceiver.receipt(message))
          .orElseThrow();
    } catch (Refusal refusal) {
      return idempotentReceiver
          .receipt(message)
          .orElseThrow(() -> refusals.read(message, List.of(refusal.problem()), null));
    }
  }

  /**
   * Opens the case and records the message, in one commit; empty when the id was used before.
   *
   * <p>The inbox row comes last and carries the answer, so that deduplication costs an ordinary
   * case one statement. Only a repeat costs more: its case is rolled back.
   */
  Optional<Receipt> store(ParsedMessage message, Application application) {
    return Optional.ofNullable(
        transactions.execute(
            tx -> {
              Receipt receipt = open(message, application);
              boolean first =
                  inbox.take(
                      message,
                      application.envelope().senderMessageId(),
                      receipt.number().value(),
                      receipt.body(),
                      application.receivedAt());
              if (!first) {
                tx.setRollbackOnly();
                return null;
              }
              return receipt;
            }));
  }

  private Receipt open(ParsedMessage message, Application application) {
    TraceStep.Builder received =
        TraceStep.at("intake", "received"); // its id comes before the case's own steps
    Cases.Opened opened = cases.open(application);
    CaseNumber number = opened.file().number();
    String answer = receiptWriter.opened(opened, application.lateUpload());
    events.publishEvent(
        new StepRecorded(
            received
                .of(number)
                .with(message.sender().id())
                .in(message.payload())
                .out(new Payload(answer.getBytes(StandardCharsets.UTF_8), "application/json"))
                .detail(application.lateUpload() ? MessageKey.LATE_UPLOAD.with() : null)
                .build()));
    meters.out(opened.backEnd());
    return new Receipt(number, answer);
  }
}
