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
 * The staging tables of one back-end, as the steps of its routes use them: a row put in; rows of
 * theirs claimed, opened, marked.
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

  /** Route step: the row is in, whole, or it is not. */
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

  /** Route step: the rows that are ours for now; none while they are away. */
  public List<StagedRow> claim() {
    return look(picking::claim);
  }

  /** Route step: what they say of whole days. */
  public List<StagedDay> claimDays() {
    return look(picking::claimDays);
  }

  /** The places of claimed rows in their sequence. */
  public List<Long> places(List<StagedRow> rows) {
    return rows.stream().map(StagedRow::seq).toList();
  }

  /** Route step: what the row says, as a document, with its type and {@code HubTry}. */
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

  /** Route step: after the commit; if this gets lost the row comes again and changes nothing. */
  public void picked(Exchange exchange) {
    StagedRow row = exchange.getProperty(ROW, StagedRow.class);
    mark(connection -> picking.picked(connection, row.seq()));
  }

  /** Route step: after what was said about it is committed. */
  public void flagged(Exchange exchange) {
    StagedRow row = exchange.getProperty(ROW, StagedRow.class);
    Throwable why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    String reason =
        why instanceof HubException known
            ? known.problem().code() + ": " + known.problem().what()
            : "HUB-4044";
    mark(connection -> picking.flagged(connection, row.seq(), reason));
  }

  /** Route step: that day is settled, one way or the other. */
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
      away(RowFailures.before(e)); // the claim runs out, and the row comes again
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

  /** Whoever looks every half minute says so once. */
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
