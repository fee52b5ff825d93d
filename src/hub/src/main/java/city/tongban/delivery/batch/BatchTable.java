package city.tongban.delivery.batch;

import static city.tongban.delivery.outbox.DeliveryColumns.instant;
import static city.tongban.delivery.outbox.DeliveryColumns.utc;

import city.tongban.canonical.Problem;
import city.tongban.delivery.BatchState;
import city.tongban.delivery.BatchView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code batch} and of its attempts. */
@Repository
public class BatchTable {
  private static final String VIEW = "number, back_end, state, file_name, lines";
  private final JdbcClient jdbc;

  BatchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open batch of a back-end; its row is locked, so that it cannot close meanwhile. */
  public record Open(long number, int lines, Instant closesAt) {}

  public Optional<Open> lockOpen(String backEnd) {
    return jdbc.sql(
            """
            select number, lines, closes_at from batch where back_end = ? and state = 'OPEN' for update
            """)
        .param(backEnd)
        .query(BatchTable::open)
        .optional();
  }

  /** The open batch past its hour, unless another node is changing it now. */
  public Optional<Open> lockDue(String backEnd, Instant business) {
    return jdbc.sql(
            """
            select number, lines, closes_at from batch where back_end = ? and state = 'OPEN' and closes_at <= ?
            for update skip locked
            """)
        .param(backEnd)
        .param(utc(business))
        .query(BatchTable::open)
        .optional();
  }

  /** Opens a batch, unless another node has just opened one. */
  public void open(String backEnd, Instant closesAt, Instant now) {
    jdbc.sql(
            """
            insert into batch (back_end, state, closes_at, due_at, opened_at, changed_at)
            values (?, 'OPEN', ?, ?, ?, ?) on conflict (back_end) where state = 'OPEN' do nothing
            """)
        .param(backEnd)
        .param(utc(closesAt))
        .param(utc(now))
        .param(utc(now))
        .param(utc(now))
        .update();
  }

  /** Counts a line in ({@code 1}) or out ({@code -1}); the caller holds the row. */
  public void count(long number, int by, Instant now) {
    jdbc.sql("update batch set lines = lines + ?, changed_at = ? where number = ?")
        .param(by)
        .param(utc(now))
        .param(number)
        .update();
  }

  /** An empty batch leaves no file: it waits for its next hour. */
  public void postpone(long number, Instant closesAt) {
    jdbc.sql("update batch set closes_at = ? where number = ?")
        .param(utc(closesAt))
        .param(number)
        .update();
  }

  public void close(long number, String fileName, Instant resultsAt, Instant now) {
    jdbc.sql(
            """
            update batch set state = 'CLOSED', file_name = ?, results_at = ?, due_at = ?, changed_at = ?
            where number = ?
            """)
        .param(fileName)
        .param(utc(resultsAt))
        .param(utc(now))
        .param(utc(now))
        .param(number)
        .update();
  }

  /** The first closed batch that is due, locked. */
  public record Due(long number, String fileName, int tries, boolean doubtful, boolean composed) {}

  public Optional<Due> lockToSend(String backEnd, Instant now) {
    return jdbc.sql(
            """
            select number, file_name, tries, doubtful, content is not null as composed from batch
            where back_end = ? and state = 'CLOSED' and due_at <= ? order by number limit 1
            for update skip locked
            """)
        .param(backEnd)
        .param(utc(now))
        .query(
            (row, n) ->
                new Due(
                    row.getLong("number"),
                    row.getString("file_name"),
                    row.getInt("tries"),
                    row.getBoolean("doubtful"),
                    row.getBoolean("composed")))
        .optional();
  }

  /** Commits that an attempt begins; returns its number. */
  public int begin(long number, String node, String version, Instant now, Instant lease) {
    return jdbc.sql(
            """
            with taken as (
              update batch set state = 'SENDING', node = :node, due_at = :lease, attempts = attempts + 1,
                tries = tries + 1, reason = null, error_code = null, connector_version = :version,
                changed_at = :now
              where number = :number returning attempts)
            insert into batch_attempt (batch, number, node, began_at)
            select :number, attempts, :node, :now from taken returning number
            """)
        .param("node", node)
        .param("lease", utc(lease))
        .param("version", version)
        .param("now", utc(now))
        .param("number", number)
        .query(Integer.class)
        .single();
  }

  public void end(long number, int attempt, String outcome, Instant now) {
    jdbc.sql(
            """
            update batch_attempt set ended_at = ?, outcome = ?
            where batch = ? and number = ? and outcome is null
            """)
        .param(utc(now))
        .param(outcome)
        .param(number)
        .param(attempt)
        .update();
  }

  /** Moves a batch to another state, if it is still in one of those that the caller expects. */
  public boolean move(long number, List<BatchState> from, BatchState to, Instant now) {
    return jdbc.sql(
                """
                update batch set state = :to, node = null, reason = null, error_code = null,
                  doubtful = false, changed_at = :now
                where number = :number and state in (:from)
                """)
            .param("to", to.name())
            .param("now", utc(now))
            .param("number", number)
            .param("from", from.stream().map(Enum::name).toList())
            .update()
        == 1;
  }

  /** Back to waiting for the next try, with the reason. */
  public void release(long number, Problem why, boolean doubtful, Instant due, Instant now) {
    jdbc.sql(
            """
            update batch set state = 'CLOSED', node = null, due_at = ?, reason = ?, error_code = ?, doubtful = ?,
              changed_at = ?
            where number = ? and state = 'SENDING'
            """)
        .param(utc(due))
        .param(why.what())
        .param(why.code())
        .param(doubtful)
        .param(utc(now))
        .param(number)
        .update();
  }

  public boolean park(long number, BatchState to, Problem why, Instant now) {
    return jdbc.sql(
                """
                update batch set state = ?, node = null, reason = ?, error_code = ?, changed_at = ?
                where number = ? and state in ('CLOSED', 'SENDING', 'SENT', 'UNCONFIRMED')
                """)
            .param(to.name())
            .param(why.what())
            .param(why.code())
            .param(utc(now))
            .param(number)
            .update()
        == 1;
  }

  /** Records what is still missing of a batch, without changing its state. */
  public void remark(long number, @Nullable Problem why, Instant now) {
    jdbc.sql("update batch set reason = ?, error_code = ?, changed_at = ? where number = ?")
        .param(why == null ? null : why.what())
        .param(why == null ? null : why.code())
        .param(utc(now))
        .param(number)
        .update();
  }

  /** A batch left in SENDING. */
  public record Orphan(long number, int attempt) {}

  public List<Orphan> orphans(String backEnd, Instant now) {
    return jdbc.sql(
            """
            select number, attempts from batch where back_end = ? and state = 'SENDING' and due_at < ?
            for update skip locked
            """)
        .param(backEnd)
        .param(utc(now))
        .query((row, n) -> new Orphan(row.getLong("number"), row.getInt("attempts")))
        .list();
  }

  /** Ends the leases of a node that starts: none of its own attempts is under way. */
  public int disown(String node, Instant now) {
    return jdbc.sql("update batch set due_at = ? where state = 'SENDING' and node = ?")
        .param(utc(now.minusMillis(1)))
        .param(node)
        .update();
  }

  public Optional<BatchView> byFile(String backEnd, String fileName) {
    return jdbc.sql("select " + VIEW + " from batch where back_end = ? and file_name = ?")
        .param(backEnd)
        .param(fileName)
        .query(BatchTable::view)
        .optional();
  }

  public boolean awaited(String backEnd) {
    return jdbc.sql("select exists (select 1 from batch where back_end = ? and state = 'SENT')")
        .param(backEnd)
        .query(Boolean.class)
        .single();
  }

  /** The next business instant at which a batch closes or its results are awaited. */
  public Optional<Instant> nextDue(Instant business) {
    return jdbc.sql(
            """
            select min(at) as at from (
              select closes_at as at from batch where state = 'OPEN' and lines > 0
              union all
              select results_at from batch where state in ('CLOSED', 'SENDING', 'SENT')) due
            where at > ?
            """)
        .param(utc(business))
        .query((row, n) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  private static Open open(ResultSet row, int n) throws SQLException {
    return new Open(row.getLong("number"), row.getInt("lines"), instant(row, "closes_at"));
  }

  private static BatchView view(ResultSet row, int n) throws SQLException {
    return new BatchView(
        row.getLong("number"),
        row.getString("back_end"),
        BatchState.valueOf(row.getString("state")),
        row.getString("file_name"),
        row.getInt("lines"));
  }
}
