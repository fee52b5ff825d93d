package city.tongban.query;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.CanonicalXml;
import city.tongban.canonical.CaseFile;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.cases.Application;
import city.tongban.cases.Cases;
import city.tongban.cases.Router;
import city.tongban.clock.BusinessClock;
import city.tongban.clock.WorkingDayCalendar;
import city.tongban.connector.AnswerPattern;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.connector.Service;
import city.tongban.mapping.MappedMessage;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks departments while the resident waits at the counter, and stores the answers. */
@org.springframework.stereotype.Service
public class Queries {
  /** Time beyond the call's own time-out before another node takes a query for abandoned. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Router router;
  private final Cases cases;
  private final Connectors connectors;
  private final Mappings mappings;
  private final QueryBulkhead bulkhead;
  private final QueryClient call;
  private final QueryTable table;
  private final QueryRecorder recorder;
  private final BusinessClock clock;
  private final WorkingDayCalendar calendar;

  Queries(
      Router router,
      Cases cases,
      Connectors connectors,
      Mappings mappings,
      QueryBulkhead bulkhead,
      QueryClient call,
      QueryTable table,
      QueryRecorder recorder,
      BusinessClock clock,
      WorkingDayCalendar calendar) {
    this.router = router;
    this.cases = cases;
    this.connectors = connectors;
    this.mappings = mappings;
    this.bulkhead = bulkhead;
    this.call = call;
    this.table = table;
    this.recorder = recorder;
    this.clock = clock;
    this.calendar = calendar;
  }

  /**
   * Numbers and maps a query; nothing is stored yet.
   *
   * @throws Refusal when the query is not valid
   * @throws Outage when the department is closed
   */
  public PreparedQuery prepare(Application application) {
    Router.Route route = router.ask(application);
    Connector connector = connectors.active(route.backEnd());
    return mapped(cases.numbered(application, route), connector, 1);
  }

  /** Stores the query as being asked; joins the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(PreparedQuery question) {
    table.insert(question, clock.wall(), lease(question));
    recorder.asked(question);
  }

  /**
   * Asks the department and returns its findings as JSON.
   *
   * @throws Outage when no readable answer came; the sender sends the same message again and the
   *     hub asks again
   */
  public String ask(PreparedQuery question) {
    QueryClient.Reply reply;
    try {
      reply = bulkhead.at(question.connector(), () -> call.make(question));
    } catch (Outage crowded) {
      recorder.unanswered(question, crowded, null);
      throw crowded;
    }
    try {
      return recorder.answered(question, meaning(question, reply), reply);
    } catch (HubException e) {
      recorder.unanswered(question, e, reply);
      throw noAnswer(question, e);
    }
  }

  /** Returns the stored answer, or asks the same query again. */
  public String again(CaseNumber number) {
    QueryView view = find(number).orElseThrow();
    Optional<String> before = table.told(number, view.state());
    if (before.isPresent()) {
      return before.get();
    }
    QueryTable.Kept kept = table.kept(number).orElseThrow();
    PreparedQuery question =
        mapped(kept.file(), connectors.active(kept.backEnd()), kept.tries() + 1);
    if (!recorder.askAgain(question, lease(question))) {
      throw Outage.of("HUB-3022", "question %s is being asked at this moment", number)
          .because("the same message is being processed and the department has not answered yet")
          .fix("send the same message again in a few seconds, with the same id");
    }
    return ask(question);
  }

  public Optional<QueryView> find(CaseNumber number) {
    return table.find(number);
  }

  private PreparedQuery mapped(CaseFile file, Connector connector, int tries) {
    Service service =
        connector
            .service(file.item())
            .filter(offered -> offered.answers() == AnswerPattern.COUNTER)
            .orElseThrow(() -> notAnswered(file));
    refuseClosed(connector);
    String id = new DeliveryId(file.number(), 1).toString();
    Map<String, String> parameters = Map.of("delivery", id, "original", id, "reason", "");
    MappedMessage mapped =
        mappings.request(connector, service.mapping(), CanonicalXml.write(file), parameters);
    return new PreparedQuery(file, connector, service, mapped, tries);
  }

  private Answer meaning(PreparedQuery question, QueryClient.Reply reply) {
    if (reply.failure() != null) {
      throw reply.failure();
    }
    RawMessage wire = Objects.requireNonNull(reply.wire(), "a call fails or brings an answer");
    Answer answer = mappings.found(question.connector(), question.service().mapping(), wire);
    if (answer.outcome() == Outcome.BUSY) {
      throw Outage.of("HUB-4012", "%s asks the hub to try again later", question.backEnd());
    }
    return answer;
  }

  private void refuseClosed(Connector connector) {
    Instant now = clock.business();
    if (!connector.hours().open(now, calendar)) {
      throw Outage.of("HUB-3023", "%s answers no questions at this hour", connector.backEnd())
          .because("it is closed until " + opening(connector, now))
          .fix("send the same message again then, with the same id");
    }
  }

  private String opening(Connector connector, Instant now) {
    return connector
        .hours()
        .nextOpening(now, calendar)
        .map(instant -> instant.atZone(BusinessClock.ZONE).toString())
        .orElse("a day that the calendar does not know");
  }

  private Instant lease(PreparedQuery question) {
    return clock.wall().plus(question.connector().limits().timeout()).plus(GRACE);
  }

  private static Refusal notAnswered(CaseFile file) {
    return Refusal.of("HUB-3001", "no connector answers %s", file.item())
        .because("its back-end is connected for cases only, not for queries at the counter")
        .fix("ask at the department's own counter")
        .at("/item");
  }

  private static Outage noAnswer(PreparedQuery question, HubException e) {
    return Outage.of("HUB-3020", "%s has not answered the question", question.backEnd())
        .because(e.problem().code() + ": " + e.problem().what())
        .fix("send the same message again, with the same id")
        .causedBy(e);
  }
}
