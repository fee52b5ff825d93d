package city.tongban.transport.jdbc;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.transport.StagedDay;
import city.tongban.transport.StagingLedger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that the routes of one back-end use on its staging tables: insert a row; claim, read
 * and mark rows.
 */
final class StagingTables implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StagingTables.class);
  private static final String ROW = "HubStagedRow";
  private static final String UTF_8_XML = "application/xml; charset=utf-8";
  private static final String AS_IT_CAME = "application/json";

  private final Connector connector;
  private final StagingDataSource line;
  private final StagingLedger book;
  private final StagingTableWriter table = new StagingTableWriter();
  private final StagedRowReader picking;
  private final String answers;
  private volatile boolean away;

  StagingTables(
      Connector connector, StagingDataSource line, StagingLedger book, StagedRowReader picking) {
    this.connector = connector;
    this.line = line;
    this.book = book;
    this.picking = picking;
    this.answers = JdbcTransport.answers(connector);
  }

  /** Route step: inserts the row as a whole, or not at all. */
  public void write(Exchange exchange) throws SQLException {
    Message message = exchange.getMessage();
    byte[] body = message.getBody(byte[].class);
    RowDocument row = RowDocument.read(new String(body, StandardCharsets.UTF_8));
    if (!row.table().equals(message.getHeader(RowCall.TABLE, String.class))) {
      throw Fault.of("HUB-4050", "the document is a row of another table")
          .because("its root is not the table that the service's 'call' names")
          .fix("correct the call or the sheet, then resend");
    }
    LocalDate day = put(row);
    try {
      book.holds(
          connector.backEnd(), String.valueOf(row.columns().get(StagingTableWriter.KEY)), day);
    } catch (RuntimeException e) {
      throw RowFailures.unnoted(e);
    }
  }

  private LocalDate put(RowDocument row) throws SQLException {
    try (Connection connection = line.open()) {
      LocalDate day;
      try {
        day = table.put(connection, row, book.today());
      } catch (SQLException e) {
        throw RowFailures.before(e);
      }
      try {
        connection.commit();
      } catch (SQLException e) {
        throw RowFailures.committing(e);
      }
      return day;
    }
  }

  /** Route step: claims rows; none while the database cannot be reached. */
  public List<StagedRow> claim() {
    return look(picking::claim);
  }

  /** Route step: claims the department's reports of whole days. */
  public List<StagedDay> claimDays() {
    return look(picking::claimDays);
  }

  /** The sequence numbers of claimed rows. */
  public List<Long> places(List<StagedRow> rows) {
    return rows.stream().map(StagedRow::seq).toList();
  }

  /** Route step: the row's content as a document, with its content type and {@code HubTry}. */
  public void open(Exchange exchange) {
    Message message = exchange.getMessage();
    StagedRow row = message.getBody(StagedRow.class);
    exchange.setProperty(ROW, row);
    message.setHeader("HubTry", row.looks());
    message.setHeader(Exchange.CONTENT_TYPE, AS_IT_CAME);
    message.setBody(StagedContent.evidence(row).getBytes(StandardCharsets.UTF_8));
    RowDocument document = StagedContent.of(row, answers, connector.limits().answerBytes());
    byte[] xml = document.xml().getBytes(StandardCharsets.UTF_8);
    message.setHeader(Exchange.CONTENT_TYPE, UTF_8_XML);
    message.setBody(xml);
  }

  /**
   * Route step: marks a row after the commit; if that is lost, the row comes again and changes
   * nothing.
   */
  public void picked(Exchange exchange) {
    StagedRow row = exchange.getProperty(ROW, StagedRow.class);
    mark(connection -> picking.picked(connection, row.seq()));
  }

  /** Route step: flags a row after its refusal is committed. */
  public void flagged(Exchange exchange) {
    StagedRow row = exchange.getProperty(ROW, StagedRow.class);
    Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    String reason =
        why instanceof HubException known
            ? known.problem().code() + ": " + known.problem().what()
            : "HUB-4044";
    mark(connection -> picking.flagged(connection, row.seq(), reason));
  }

  /** Route step: marks a day as settled, whether or not it agreed. */
  public void dayPicked(StagedDay day) {
    mark(connection -> picking.dayPicked(connection, day.day()));
  }

  private interface Looking<T> {
    List<T> at(Connection connection) throws SQLException;
  }

  private interface Marking {
    void on(Connection connection) throws SQLException;
  }

  private <T> List<T> look(Looking<T> looking) {
    try (Connection connection = line.open()) {
      List<T> found = looking.at(connection);
      there();
      return found;
    } catch (SQLException e) {
      away(RowFailures.before(e));
    } catch (HubException e) {
      away(e);
    }
    return List.of();
  }

  private void mark(Marking marking) {
    try (Connection connection = line.open()) {
      marking.on(connection);
    } catch (SQLException e) {
      away(RowFailures.before(e)); // the claim expires, and the row comes again
    } catch (HubException e) {
      away(e);
    }
  }

  private void there() {
    if (away) {
      LOG.info("the staging tables of {} can be read again", connector.backEnd());
      away = false;
    }
  }

  /** Logs once that the database cannot be reached, not at every poll. */
  private void away(HubException why) {
    if (!away) {
      LOG.warn(
          "the staging tables of {} cannot be read: {}", connector.backEnd(), why.getMessage());
      away = true;
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
