package city.tongban.result;

import city.tongban.transport.StagedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The hub's records about a department's staging tables: our rows by day, sequence numbers, days.
 */
@Repository
class StagedTable {
  private final JdbcClient jdbc;

  StagedTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A range of sequence numbers that the hub has not seen. */
  record Gap(long first, long last) {}

  void holds(String backEnd, String delivery, LocalDate day) {
    jdbc.sql(
            "insert into staged_row (back_end, delivery, day) values (?, ?, ?) on conflict do"
                + " nothing")
        .param(backEnd)
        .param(delivery)
        .param(day)
        .update();
  }

  List<String> heldOn(String backEnd, LocalDate day) {
    return jdbc.sql(
            """
            select delivery from staged_row where back_end = ? and day = ? order by delivery collate "C"
            """)
        .param(backEnd)
        .param(day)
        .query(String.class)
        .list();
  }

  /**
   * The highest number seen; locked until the transaction ends, so that two nodes do not find the
   * same gap.
   */
  long highest(String backEnd) {
    jdbc.sql("insert into staged_sequence (back_end, highest) values (?, 0) on conflict do nothing")
        .param(backEnd)
        .update();
    return jdbc.sql("select highest from staged_sequence where back_end = ? for update")
        .param(backEnd)
        .query(Long.class)
        .single();
  }

  void reached(String backEnd, long highest) {
    jdbc.sql("update staged_sequence set highest = ? where back_end = ?")
        .param(highest)
        .param(backEnd)
        .update();
  }

  void gap(String backEnd, long first, long last, Instant now) {
    if (first <= last) {
      jdbc.sql(
              "insert into staged_gap (back_end, first, last, noticed_at) values (?, ?, ?, ?) on"
                  + " conflict do nothing")
          .param(backEnd)
          .param(first)
          .param(last)
          .param(now.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  /** Removes a number from its gap; the remaining gaps keep their time. */
  void filled(String backEnd, long place) {
    jdbc.sql(
            """
            with gone as (
              delete from staged_gap where back_end = ? and first <= ? and last >= ?
              returning back_end, first, last, noticed_at, told_at)
            insert into staged_gap
              select back_end, first, ? - 1, noticed_at, told_at from gone where first < ?
              union all
              select back_end, ? + 1, last, noticed_at, told_at from gone where last > ?
            on conflict do nothing
            """)
        .param(backEnd)
        .params(place, place, place, place, place, place)
        .update();
  }

  /** Gaps older than {@code noticed} that were not reported; marks them as reported. */
  List<Gap> toTell(String backEnd, Instant noticed, Instant now) {
    return jdbc.sql(
            """
            update staged_gap set told_at = ? where back_end = ? and told_at is null and noticed_at < ?
            returning first, last
            """)
        .param(now.atOffset(ZoneOffset.UTC))
        .param(backEnd)
        .param(noticed.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Gap(row.getLong(1), row.getLong(2)))
        .list();
  }

  /** Records the last comparison of a day. */
  void compared(String backEnd, StagedDay day, long ours, boolean agreed, Instant now) {
    jdbc.sql(
            """
            insert into staged_day (back_end, day, ours, theirs, agreed, compared_at) values (?, ?, ?, ?, ?, ?)
            on conflict (back_end, day) do update
              set ours = excluded.ours, theirs = excluded.theirs, agreed = excluded.agreed, compared_at = excluded.compared_at
            """)
        .param(backEnd)
        .param(day.day())
        .param(ours)
        .param(day.rows())
        .param(agreed)
        .param(now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
