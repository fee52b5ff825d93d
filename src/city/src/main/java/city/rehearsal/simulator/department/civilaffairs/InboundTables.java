package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.protocol.database.EmbeddedDatabase;
import city.rehearsal.simulator.protocol.database.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** What the department does in the tables beside writing results. */
final class InboundTables implements AutoCloseable {
  static final String APPLICATIONS = "ex_apply_in";
  static final String WITHDRAWALS = "ex_withdraw_in";
  private static final int ROWS_MAX = 50;

  /** How often a result may stand in the table; a reader that flags them all gets no more. */
  private static final int RESULT_COPIES_MAX = 4;

  private final SqlConnection sql;

  InboundTables(EmbeddedDatabase database) {
    sql = new SqlConnection(database);
  }

  /** Applications that are not taken, in the order of their numbers. */
  List<Row> applications() throws SQLException {
    return claim(APPLICATIONS, "true");
  }

  /** Withdrawals that are not taken; none that would overtake its application. */
  List<Row> withdrawals() throws SQLException {
    return claim(
        WITHDRAWALS,
        "not exists (select from ex_apply_in a where a.partner = w.partner and a.seq < w.seq and"
            + " a.taken_at is null)");
  }

  private List<Row> claim(String table, String condition) throws SQLException {
    List<Row> rows =
        sql.select(
            """
            update %s set picked_by = 'office', picked_until = now() + interval '20 seconds'
            where delivery_id in (
              select delivery_id from %s w
              where taken_at is null and (picked_until is null or picked_until < now()) and %s
              order by seq limit %d for update skip locked)
            returning *\
            """
                .formatted(table, table, condition, ROWS_MAX),
            Row::of);
    rows.sort(Comparator.comparingLong(Row::sequence));
    return rows;
  }

  void markTaken(String table, String deliveryId) throws SQLException {
    sql.transaction(
        () ->
            sql.update(
                "update " + table + " set taken_at = clock_timestamp() where delivery_id = ?",
                deliveryId));
  }

  /** The ids of results that a reader has flagged since the last call. */
  List<String> flagged() throws SQLException {
    return sql.select(
        """
        with new as (
          insert into ex_result_seen
          select seq from ex_result_out where flagged_at is not null
          on conflict do nothing returning seq)
        select o.result_id from ex_result_out o join new using (seq)
        where (select count(*) from ex_result_out x where x.result_id = o.result_id) < ?
        """,
        row -> row.getString(1),
        RESULT_COPIES_MAX);
  }

  /** Days before {@code today} that have rows and are not counted. */
  List<LocalDate> uncountedDays(LocalDate today) throws SQLException {
    return sql.select(
        """
        select distinct sent_on from (select sent_on from ex_apply_in union select sent_on from ex_withdraw_in) x
        where sent_on < ? and not exists (select from ex_day_out where day = sent_on) order by 1
        """,
        row -> row.getDate(1).toLocalDate(),
        today);
  }

  /**
   * Closes a day, so that no row comes in under it any more, and counts its rows.
   *
   * @param wrongly leaves one row out: the fault WRONG_COUNT
   */
  void closeDay(LocalDate day, boolean wrongly) throws SQLException {
    sql.transaction(
        () -> {
          sql.update("update ex_partner set closed_day = greatest(closed_day, ?)", day);
          List<String> ids = ids(day);
          if (wrongly && !ids.isEmpty()) {
            ids.remove(0);
          }
          sql.update(
              "insert into ex_day_out (day, row_count, digest) values (?, ?, ?) on conflict do"
                  + " nothing",
              day,
              ids.size(),
              Sm3.hex(String.join("\n", ids).getBytes(StandardCharsets.UTF_8)));
        });
  }

  private List<String> ids(LocalDate day) throws SQLException {
    return sql.query(
        """
        select delivery_id collate "C" from ex_apply_in where sent_on = ?
        union all select delivery_id from ex_withdraw_in where sent_on = ? order by 1
        """,
        row -> row.getString(1),
        day,
        day);
  }

  @Override
  public void close() {
    sql.close();
  }
}
