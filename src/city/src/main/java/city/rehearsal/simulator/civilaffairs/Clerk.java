package city.rehearsal.simulator.civilaffairs;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the office does in the tables, over one connection that is opened anew when it has broken.
 */
final class Clerk implements AutoCloseable {
  private static final int AT_ONCE = 50;
  private static final int CORRECTIONS = 4;

  private final Database database;
  private @Nullable Connection connection;

  Clerk(Database database) {
    this.database = database;
  }

  private Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.connect();
      open.setAutoCommit(false);
      connection = open;
    }
    return open;
  }

  /** Applications that nobody works on, in the order of their numbers. */
  List<Row> applications() throws SQLException {
    return claim("ex_apply_in", "true");
  }

  /** Withdrawals; never one that could overtake what it takes back. */
  List<Row> withdrawals() throws SQLException {
    return claim(
        "ex_withdraw_in",
        "not exists (select from ex_apply_in a where a.partner = w.partner and a.seq < w.seq and a.taken_at is null)");
  }

  private List<Row> claim(String table, String condition) throws SQLException {
    String sql =
        """
        update %s set picked_by = 'office', picked_until = now() + interval '20 seconds'
        where delivery_id in (
          select delivery_id from %s w
          where taken_at is null and (picked_until is null or picked_until < now()) and %s
          order by seq limit %d for update skip locked)
        returning *"""
            .formatted(table, table, condition, AT_ONCE);
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement claim = connection().prepareStatement(sql);
        ResultSet row = claim.executeQuery()) {
      while (row.next()) {
        rows.add(Row.of(row));
      }
    }
    connection().commit();
    rows.sort((a, b) -> Long.compare(seq(a), seq(b)));
    return rows;
  }

  private static long seq(Row row) {
    return Long.parseLong(row.columns().getOrDefault("seq", "0"));
  }

  void taken(String table, String deliveryId) throws SQLException {
    try (PreparedStatement mark =
        connection()
            .prepareStatement(
                "update " + table + " set taken_at = clock_timestamp() where delivery_id = ?")) {
      mark.setString(1, deliveryId);
      mark.executeUpdate();
    }
    connection().commit();
  }

  /** One result under the next number. */
  void leave(Result result, long skipped, @Nullable String digest) throws SQLException {
    long seq = last() + 1 + skipped;
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                """
                insert into ex_result_out (seq, result_id, delivery_id, their_no, outcome, reason, decided_at, digest)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
      insert.setLong(1, seq);
      insert.setString(2, result.id());
      insert.setString(3, result.deliveryId());
      insert.setString(4, result.theirNo());
      insert.setString(5, result.outcome());
      insert.setString(6, result.reason());
      insert.setString(7, result.decidedAt());
      insert.setString(8, digest == null ? result.digest(seq) : digest);
      insert.executeUpdate();
    }
    connection().commit();
  }

  private long last() throws SQLException {
    try (PreparedStatement ask =
            connection().prepareStatement("select coalesce(max(seq), 0) from ex_result_out");
        ResultSet last = ask.executeQuery()) {
      last.next();
      return last.getLong(1);
    }
  }

  /** The ids of results that a reader has flagged since we looked last; not for ever the same. */
  List<String> flagged() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement ask =
        connection()
            .prepareStatement(
                """
                    with new as (
                      insert into ex_result_seen
                      select seq from ex_result_out where flagged_at is not null
                      on conflict do nothing returning seq)
                    select o.result_id from ex_result_out o join new using (seq)
                    where (select count(*) from ex_result_out x where x.result_id = o.result_id) < ?
                    """)) {
      ask.setInt(1, CORRECTIONS);
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    connection().commit();
    return ids;
  }

  /** Days before {@code today} that have rows and no account yet. */
  List<LocalDate> openDays(LocalDate today) throws SQLException {
    List<LocalDate> days = new ArrayList<>();
    try (PreparedStatement ask =
        connection()
            .prepareStatement(
                """
                select distinct sent_on from (select sent_on from ex_apply_in union select sent_on from ex_withdraw_in) x
                where sent_on < ? and not exists (select from ex_day_out where day = sent_on) order by 1
                """)) {
      ask.setDate(1, Date.valueOf(today));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          days.add(row.getDate(1).toLocalDate());
        }
      }
    }
    connection().commit();
    return days;
  }

  /** Nothing comes in under the day any more; then it is counted. */
  void close(LocalDate day, boolean wrongly) throws SQLException {
    try (PreparedStatement close =
        connection()
            .prepareStatement("update ex_partner set closed_day = greatest(closed_day, ?)")) {
      close.setDate(1, Date.valueOf(day));
      close.executeUpdate();
    }
    List<String> ids = ids(day);
    if (wrongly && !ids.isEmpty()) {
      ids.remove(0);
    }
    try (PreparedStatement insert =
        connection()
            .prepareStatement(
                "insert into ex_day_out (day, row_count, digest) values (?, ?, ?) on conflict do nothing")) {
      insert.setDate(1, Date.valueOf(day));
      insert.setLong(2, ids.size());
      insert.setString(3, Digests.sm3(String.join("\n", ids).getBytes(StandardCharsets.UTF_8)));
      insert.executeUpdate();
    }
    connection().commit();
  }

  private List<String> ids(LocalDate day) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement ask =
        connection()
            .prepareStatement(
                """
                select delivery_id collate "C" from ex_apply_in where sent_on = ?
                union all select delivery_id from ex_withdraw_in where sent_on = ? order by 1
                """)) {
      ask.setDate(1, Date.valueOf(day));
      ask.setDate(2, Date.valueOf(day));
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }

  /** After a failure nothing is known of the connection. */
  void startOver() {
    close();
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // it is gone already
      }
    }
  }
}
