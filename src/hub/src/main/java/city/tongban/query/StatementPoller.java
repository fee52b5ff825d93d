package city.tongban.query;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Statement;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.connector.Operation;
import city.tongban.connector.UriTemplate;
import city.tongban.mapping.Mappings;
import city.tongban.query.StatementTable.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fetches the daily statement of a department once it is available, and tries again later when it
 * is missing or not trusted.
 */
@Component
class StatementPoller {
  /** The statement is missing or not trusted. */
  static final String AWAITED = "HUB-4069";

  private static final Logger LOG = LoggerFactory.getLogger(StatementPoller.class);
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Days of one department in one run; a business clock that was moved over a month has more. */
  private static final int DAYS = 31;

  private final Connectors connectors;
  private final Mappings mappings;
  private final QueryClient call;
  private final StatementTable table;
  private final StatementRecorder recorder;
  private final BusinessClock clock;

  StatementPoller(
      Connectors connectors,
      Mappings mappings,
      QueryClient call,
      StatementTable table,
      StatementRecorder recorder,
      BusinessClock clock) {
    this.connectors = connectors;
    this.mappings = mappings;
    this.call = call;
    this.table = table;
    this.recorder = recorder;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 2000)
  void fetch() {
    for (Connector connector : connectors.all()) {
      try {
        connector.operation(Connector.STATEMENT).ifPresent(op -> fetch(connector, op));
      } catch (RuntimeException e) {
        // a failure for one department must not stop the others
        LOG.error("the statement of {} could not be fetched", connector.backEnd(), e);
      }
    }
  }

  private void fetch(Connector connector, Operation operation) {
    LocalTime at = Objects.requireNonNull(operation.at(), "the folder was checked");
    table.await(connector.backEnd(), lastDay(at), clock.wall());
    for (int i = 0; i < DAYS; i++) {
      Instant lease = clock.wall().plus(connector.limits().timeout()).plus(GRACE);
      Optional<Due> due = table.claim(connector.backEnd(), clock.wall(), lease);
      if (due.isEmpty()) {
        return;
      }
      fetch(connector, operation, due.get());
    }
  }

  /** The last day whose statement is available by now. */
  private LocalDate lastDay(LocalTime at) {
    ZonedDateTime now = clock.business().atZone(BusinessClock.ZONE);
    LocalDate today = now.toLocalDate();
    return now.toLocalTime().isBefore(at) ? today.minusDays(1) : today;
  }

  private void fetch(Connector connector, Operation operation, Due due) {
    String day = due.day().format(DateTimeFormatter.BASIC_ISO_DATE);
    String words =
        UriTemplate.fill(
            Objects.requireNonNull(operation.call(), "the folder was checked"), Map.of("day", day));
    QueryClient.Reply reply = call.make(connector, "STMT-" + day, words);
    try {
      if (reply.failure() != null) {
        throw reply.failure();
      }
      Statement statement =
          mappings.statement(connector, operation.mapping(), Objects.requireNonNull(reply.wire()));
      believe(statement, due.day());
      recorder.settle(connector, due.day(), statement, reply);
    } catch (HubException e) {
      Instant again = clock.wall().plus(connector.limits().pause(due.tries()));
      recorder.later(connector, due, again, awaited(connector, due.day(), e), reply);
    }
  }

  private static void believe(Statement statement, LocalDate day) {
    if (!statement.day().equals(day.toString())) {
      throw Fault.of(AWAITED, "it is the statement of " + statement.day());
    }
    if (!statement.whole()) {
      throw Fault.of(
          AWAITED, "its sum or its digest does not match its %d lines", statement.all().size());
    }
  }

  private static Outage awaited(Connector connector, LocalDate day, HubException e) {
    return Outage.of(
            AWAITED,
            "the statement of %s for %s has not arrived, or is not valid",
            connector.backEnd(),
            day)
        .because(e.problem().code() + ": " + e.problem().what())
        .fix("the hub requests it again; if it stays away, ask the department")
        .causedBy(e);
  }
}
