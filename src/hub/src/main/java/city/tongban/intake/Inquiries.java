package city.tongban.intake;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.cases.Application;
import city.tongban.partner.Partner;
import city.tongban.query.Queries;
import city.tongban.query.Question;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every message by which a centre asks a department while the resident waits. It is read and
 * remembered like an application; the answer belongs to its question and not to the inbox.
 */
@Service("inquiries")
public class Inquiries {
  /** Nobody takes the same text for an application. */
  private static final String ABOUT = "query";

  private final CaseReader reader;
  private final Inbox inbox;
  private final Repeats repeats;
  private final Queries queries;
  private final Refusals refusals;
  private final IntakeMeters meters;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  Inquiries(
      CaseReader reader,
      Inbox inbox,
      Repeats repeats,
      Queries queries,
      Refusals refusals,
      IntakeMeters meters,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.reader = reader;
    this.inbox = inbox;
    this.repeats = repeats;
    this.queries = queries;
    this.refusals = refusals;
    this.meters = meters;
    this.events = events;
    this.transactions = transactions;
  }

  /** Asks the department and gives back what it found, as JSON; a repeat is told the same. */
  public Receipt accept(Partner sender, Incoming incoming) {
    meters.in();
    Message message =
        refusals.orRefused(sender, incoming, () -> Message.json(sender, incoming, ABOUT));
    Findings findings = new Findings();
    Application application = reader.read(message, findings);
    if (application == null) {
      return repeatedOrRefused(message, findings.problems());
    }
    Optional<Question> question;
    try {
      question = store(message, application);
    } catch (Refusal refusal) {
      return repeatedOrRefused(message, List.of(refusal.problem()));
    } catch (Outage closed) { // what was told by day is told at night as well
      return repeated(message).orElseThrow(() -> closed);
    }
    return question
        .map(asked -> new Receipt(asked.number(), queries.ask(asked)))
        .or(() -> repeated(message))
        .orElseThrow();
  }

  /** The question and the message in one commit; empty when the id was used before. */
  private Optional<Question> store(Message message, Application application) {
    Question question = queries.prepare(application);
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

  private static TraceStep received(Message message, CaseNumber number) {
    return TraceStep.at("intake", "query-received")
        .of(number)
        .with(message.sender().id())
        .in(message.payload())
        .build();
  }

  private Optional<Receipt> repeated(Message message) {
    return repeats
        .receipt(message)
        .map(before -> new Receipt(before.number(), queries.again(before.number())));
  }

  private Receipt repeatedOrRefused(Message message, List<Problem> problems) {
    return repeated(message).orElseThrow(() -> refusals.read(message, problems, null));
  }
}
