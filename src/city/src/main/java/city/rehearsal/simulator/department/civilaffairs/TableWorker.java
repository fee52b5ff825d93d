package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.ApplicationRegister;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.core.DecisionScheduler;
import city.rehearsal.simulator.core.DepartmentContext;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.StoredMessage;
import city.rehearsal.simulator.protocol.ResultPublisher;
import city.rehearsal.simulator.protocol.Submission;
import city.rehearsal.simulator.protocol.database.EmbeddedDatabase;
import java.io.Closeable;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the callers' rows, has them decided and their results written, and counts each day when it
 * is over. A row is marked as taken when its message is stored.
 */
final class TableWorker implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(TableWorker.class);
  private static final long POLL_MILLIS = 200;

  private final EmbeddedDatabase database;
  private final BusinessClock clock;
  private final Faults faults;
  private final InboundTables tables;
  private final ResultTable resultTable;
  private final ResultPublisher<ResultRow> publisher;
  private final DecisionScheduler scheduler;
  private final ApplicationRegister register;
  private final Thread thread;
  private LocalDate counted = LocalDate.MIN;

  TableWorker(DepartmentContext context, EmbeddedDatabase database) {
    this.database = database;
    this.clock = context.clock();
    this.faults = context.faults();
    this.tables = new InboundTables(database);
    this.resultTable = new ResultTable(database, faults);
    this.publisher = new ResultPublisher<>(context, ResultRow::of, resultTable::publish);
    this.scheduler = new DecisionScheduler(context, publisher::publishNew);
    this.register =
        new ApplicationRegister(
            context, ApplicationRegister.Serial.yearly("MZ"), WorkingDays.PACING, scheduler);
    this.thread = new Thread(this::run, context.backEnd() + "-tables");
    thread.setDaemon(true);
  }

  /** Resumes the work of the last process. */
  void start() {
    scheduler.start();
    thread.start();
  }

  private void run() {
    try {
      database.await();
      while (true) {
        poll();
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      tables.close();
    }
  }

  private void poll() {
    try {
      for (Row row : tables.applications()) {
        take(InboundTables.APPLICATIONS, row, SubmissionReader::application);
      }
      for (Row row : tables.withdrawals()) {
        take(InboundTables.WITHDRAWALS, row, SubmissionReader::withdrawal);
      }
      tables.flagged().forEach(publisher::repair);
      countDays();
    } catch (SQLException e) {
      LOG.debug("the tables are read again later: {}", e.toString());
    }
  }

  private interface Reader {
    Submission read(Row row) throws FormatException;
  }

  private void take(String table, Row row, Reader reader) throws SQLException {
    String id = row.id();
    try {
      Optional<StoredMessage> stored = register.find(id);
      if (stored.isEmpty()) {
        stored = reader.read(row).storeIn(register);
      }
      stored.ifPresentOrElse(
          message -> publisher.publishNew(message.number()),
          () -> publisher.publish(ResultRow.notStored(id, "52", "查无此件", clock.now())));
    } catch (FormatException e) {
      String why = String.valueOf(e.getMessage());
      publisher.publish(ResultRow.notStored(id, "90", why, clock.now()));
    }
    tables.markTaken(table, id);
  }

  private void countDays() throws SQLException {
    LocalDate today = clock.local().toLocalDate();
    if (today.equals(counted)) {
      return;
    }
    for (LocalDate day : tables.uncountedDays(today)) {
      tables.closeDay(day, faults.onResult(FaultKind.WRONG_COUNT).isPresent());
    }
    counted = today;
  }

  @Override
  public void close() {
    scheduler.close();
    publisher.close();
    resultTable.close();
    thread.interrupt();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
