package city.tongban.query;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Fault;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Statement;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.query.Reconciliation.Difference;
import city.tongban.query.StatementTable.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the result of a day's statement: its row and the trace steps in one transaction. */
@Component
class StatementRecorder {
  static final String DIFFERENT = "HUB-4068";

  private static final Logger LOG = LoggerFactory.getLogger(StatementRecorder.class);
  private static final String STAGE = "query";

  /** This many differences are recorded one by one; the row has the total. */
  private static final int TOLD = 100;

  private final StatementTable table;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  StatementRecorder(StatementTable table, BusinessClock clock, ApplicationEventPublisher events) {
    this.table = table;
    this.clock = clock;
    this.events = events;
  }

  /** Compares and settles the day; a settled day does not change. */
  @Transactional
  public void settle(
      Connector connector, LocalDate day, Statement statement, QueryClient.Reply reply) {
    String backEnd = connector.backEnd();
    Map<String, city.tongban.canonical.Answer.Outcome> answered = table.answered(backEnd, day);
    Set<String> others = new HashSet<>();
    statement.all().stream()
        .map(Reconciliation::number)
        .filter(number -> !answered.containsKey(number))
        .forEach(others::add);
    Reconciliation found = Reconciliation.of(statement, answered, table.known(backEnd, others));
    if (!table.settle(backEnd, day, found, statement.digest(), clock.wall())) {
      return;
    }
    boolean agreed = found.differences().isEmpty();
    tell(
        stop(agreed ? "statement-agreed" : "statement-different", connector)
            .in(reply.evidence())
            .call(reply.call())
            .detail(
                MessageKey.DAY_STATEMENT,
                day.toString(),
                found.theirs(),
                found.ours(),
                found.differences().size()));
    LOG.info(
        "the statement of {} for {} has {} lines and {} differences",
        backEnd,
        day,
        found.theirs(),
        found.differences().size());
    found.differences().stream().limit(TOLD).forEach(one -> tell(connector, day, one));
  }

  private void tell(Connector connector, LocalDate day, Difference one) {
    Fault why =
        Fault.of(
                DIFFERENT,
                "the statement of %s for %s differs from the hub's records",
                connector.backEnd(),
                day)
            .because("question %s: %s".formatted(one.number(), one.sentence()))
            .fix(
                "compare the trace of the question with the department's records, and correct the"
                    + " difference by hand");
    TraceStep.Builder stop = stop("statement-difference", connector).problem(why.problem());
    tell(one.known() ? stop.of(new CaseNumber(one.number())) : stop);
    LOG.warn("{}; {}", why.getMessage(), why.problem().why());
  }

  /** Postpones the day; the same reason is recorded once. */
  @Transactional
  public void later(
      Connector connector, Due due, Instant again, Outage why, QueryClient.Reply reply) {
    String cause = Objects.requireNonNull(why.problem().why()).replaceFirst(":.*", "");
    table.later(connector.backEnd(), due.day(), cause, again, clock.wall());
    if (!cause.equals(due.code())) {
      tell(
          stop("statement-awaited", connector)
              .in(reply.evidence())
              .call(reply.call())
              .problem(why.problem()));
      LOG.warn("{}; {}", why.getMessage(), why.problem().why());
    }
  }

  private static TraceStep.Builder stop(String event, Connector connector) {
    return TraceStep.at(STAGE, event)
        .with(connector.backEnd())
        .versions(connector.version(), connector.version());
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
