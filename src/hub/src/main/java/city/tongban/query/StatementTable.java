package city.tongban.query;

import city.tongban.canonical.Answer.Outcome;
import city.tongban.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code day_statement}, and what {@code query} knows of a day. */
@Repository
class StatementTable {
  private final JdbcClient jdbc;

  StatementTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A day whose statement is due. */
  record Due(LocalDate day, int tries, @Nullable String code) {}

  /** A query as the hub recorded it. */
  record Known(String state, @Nullable String outcome) {}

  /** Inserts a row for each day since a department was first asked. */
  void await(String backEnd, LocalDate upTo, Instant now) {
    jdbc.sql(
            """
            insert into day_statement (back_end, day, state, due_at, changed_at)
            select ?, d::date, 'AWAITED', ?, ?
            from generate_series(
              coalesce(
                (select max(day) + 1 from day_statement where back_end = ?),
                (select min(received_at at time zone 'Asia/Shanghai')::date from query where back_end = ?)),
              ?::date, interval '1 day') d
            on conflict do nothing
            """)
        .param(backEnd)
        .param(utc(now))
        .param(utc(now))
        .param(backEnd)
        .param(backEnd)
        .param(upTo)
        .update();
  }

  /** Claims the oldest due day for this node until the lease ends. */
  Optional<Due> claim(String backEnd, Instant now, Instant lease) {
    return jdbc.sql(
            """
            update day_statement set due_at = ?, tries = tries + 1, changed_at = ?
            where back_end = ? and day = (
                select day from day_statement where back_end = ? and state = 'AWAITED' and due_at <= ?
                order by day limit 1 for update skip locked)
            returning day, tries, code
            """)
        .param(utc(lease))
        .param(utc(now))
        .param(backEnd)
        .param(backEnd)
        .param(utc(now))
        .query(
            (row, n) -> new Due(row.getObject(1, LocalDate.class), row.getInt(2), row.getString(3)))
        .optional();
  }

  void later(String backEnd, LocalDate day, String code, Instant due, Instant now) {
    jdbc.sql(
            """
            update day_statement set code = ?, due_at = ?, changed_at = ?
            where back_end = ? and day = ? and state = 'AWAITED'
            """)
        .param(code)
        .param(utc(due))
        .param(utc(now))
        .param(backEnd)
        .param(day)
        .update();
  }

  /** False when the day was settled before: the same statement again changes nothing. */
  boolean settle(String backEnd, LocalDate day, Reconciliation found, String digest, Instant now) {
    return jdbc.sql(
                """
                update day_statement set state = ?, code = null, theirs = ?, ours = ?, differences = ?, digest = ?, changed_at = ?
                where back_end = ? and day = ? and state = 'AWAITED'
                """)
            .param(found.differences().isEmpty() ? "AGREED" : "DIFFERENT")
            .param(found.theirs())
            .param(found.ours())
            .param(found.differences().size())
            .param(digest)
            .param(utc(now))
            .param(backEnd)
            .param(day)
            .update()
        == 1;
  }

  /** The recorded answers of a day, by the query's number. */
  Map<String, Outcome> answered(String backEnd, LocalDate day) {
    Map<String, Outcome> answered = new HashMap<>();
    jdbc.sql(
            """
            select number, outcome from query
            where back_end = ? and state = 'ANSWERED' and answered_at >= ? and answered_at < ?
            """)
        .param(backEnd)
        .param(utc(day.atStartOfDay(BusinessClock.ZONE).toInstant()))
        .param(utc(day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant()))
        .query(
            row -> {
              answered.put(row.getString(1), Outcome.valueOf(row.getString(2)));
            });
    return answered;
  }

  /** The recorded queries with these numbers, of any day. */
  Map<String, Known> known(String backEnd, Collection<String> numbers) {
    Map<String, Known> known = new HashMap<>();
    jdbc.sql("select number, state, outcome from query where back_end = ? and number = any (?)")
        .param(backEnd)
        .param(numbers.toArray(String[]::new))
        .query(
            row -> {
              known.put(row.getString(1), new Known(row.getString(2), row.getString(3)));
            });
    return known;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
