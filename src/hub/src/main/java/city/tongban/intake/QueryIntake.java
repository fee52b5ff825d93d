package city.tongban.intake;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.Application;
import city.tongban.partner.Partner;
import city.tongban.query.PreparedQuery;
import city.tongban.query.Queries;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives every message by which a centre asks a department while the resident waits. It is parsed
 * and recorded like an application; the answer is stored with the query and not in the inbox.
 */
@Service("inquiries")
public class QueryIntake {
  /** Part of the digest: the same text as an application is another message. */
  private static final String ABOUT = "query";

  private final ApplicationReader reader;
  private final Inbox inbox;
  private final IdempotentReceiver idempotentReceiver;
  private final Queries queries;
  private final RefusalRecorder refusals;
  private final IntakeMetrics meters;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  QueryIntake(
      ApplicationReader reader,
      Inbox inbox,
      IdempotentReceiver idempotentReceiver,
      Queries queries,
      RefusalRecorder refusals,
      IntakeMetrics meters,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.reader = reader;
    this.inbox = inbox;
    this.idempotentReceiver = idempotentReceiver;
    this.queries = queries;
    this.refusals = refusals;
    this.meters = meters;
    this.events = events;
    this.transactions = transactions;
  }

  /** Asks the department and returns its findings as JSON; a repeat gets the same answer. */
  public Receipt accept(Partner sender, IncomingMessage incoming) {
    meters.in();
    ParsedMessage message =
        refusals.orRefused(sender, incoming, () -> ParsedMessage.json(sender, incoming, ABOUT));
    ValidationErrors errors = new ValidationErrors();
    Application application = reader.read(message, errors);
    if (application == null) {
      return repeatedOrRefused(message, errors.problems());
    }
    Optional<PreparedQuery> question;
    try {
      question = store(message, application);
    } catch (Refusal refusal) {
      return repeatedOrRefused(message, List.of(refusal.problem()));
    } catch (Outage closed) { // a stored answer is returned outside of opening hours too
      return repeated(message).orElseThrow(() -> closed);
    }
    return question
        .map(asked -> new Receipt(asked.number(), queries.ask(asked)))
        .or(() -> repeated(message))
        .orElseThrow();
  }

  /** Stores the query and the message in one commit; empty when the id was used before. */
  private Optional<PreparedQuery> store(ParsedMessage message, Application application) {
    PreparedQuery question = queries.prepare(application);
    return Optional.ofNullable(
        transactions.execute(
            tx -> {
              boolean first =
                  inbox.take(
                      message,
                      application.envelope().senderMessageId(),
                      question.number() + "/query",
                      "",
                      application.receivedAt());
              if (!first) {
                return null;
              }
              events.publishEvent(new StepRecorded(received(message, question.number())));
              queries.open(question);
              meters.out(question.backEnd());
              return question;
            }));
  }

  private static TraceStep received(ParsedMessage message, CaseNumber number) {
    return TraceStep.at("intake", "query-received")
        .of(number)
        .with(message.sender().id())
        .in(message.payload())
        .build();
  }

  private Optional<Receipt> repeated(ParsedMessage message) {
    return idempotentReceiver
        .receipt(message)
        .map(before -> new Receipt(before.number(), queries.again(before.number())));
  }

  private Receipt repeatedOrRefused(ParsedMessage message, List<Problem> problems) {
    return repeated(message).orElseThrow(() -> refusals.read(message, problems, null));
  }
}
