package city.tongban.api;

import city.tongban.intake.RefusalRecorder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The control totals of all cases (P6): in = out + refused + parked + waiting.
 *
 * <p>Five counts of rows in one snapshot of the database. {@code in} is counted in the inbox and
 * not among the cases, and {@code waiting} is counted and not derived. So a case that is lost,
 * stored twice or no longer processed makes the two sides differ.
 */
@Component
public class ControlTotals {
  private static final String OPEN = "c.state not in ('DECIDED', 'REFUSED', 'WITHDRAWN')";
  private static final String STANDS_STILL = has("'PARKED', 'UNCONFIRMED'");
  private static final String GIVEN_UP = has("'CANCELLED'");
  private static final String MOVES = has("'BEHIND', 'WAITING', 'SENDING', 'SENT', 'ANSWERED'");

  private final JdbcClient jdbc;
  private final RefusalRecorder refusals;
  private final TransactionTemplate snapshot;

  ControlTotals(
      JdbcClient jdbc, RefusalRecorder refusals, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.refusals = refusals;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /** The five counts. */
  public record Counts(long in, long refused, long out, long parked, long waiting) {}

  /**
   * The totals of all cases, and of each back-end; a refused message has no back-end.
   *
   * @param queries the same counts of queries, by back-end, where {@code refused} is unanswered and
   *     {@code waiting} is being asked
   */
  public record Total(
      long in,
      long refused,
      long out,
      long parked,
      long waiting,
      Map<String, Counts> byBackEnd,
      Map<String, Counts> queries) {}

  public Total now() {
    refusals.settle();
    return snapshot.execute(tx -> count());
  }

  private Total count() {
    Map<String, Long> in =
        byBackEnd(
            """
            select c.back_end, count(*) from inbox i left join hub_case c on c.number = i.subject
            where i.subject not like '%/%' group by c.back_end
            """);
    Map<String, Long> out =
        cases(
            "not (%s) or (%s and not %s and not %s)"
                .formatted(OPEN, GIVEN_UP, STANDS_STILL, MOVES));
    Map<String, Long> parked = cases(OPEN + " and " + STANDS_STILL);
    Map<String, Long> waiting = cases(OPEN + " and not " + STANDS_STILL + " and " + MOVES);
    long refused = refused();
    Map<String, Counts> each = new LinkedHashMap<>();
    in.keySet().stream()
        .sorted()
        .forEach(
            backEnd ->
                each.put(
                    backEnd,
                    new Counts(
                        in.getOrDefault(backEnd, 0L),
                        0,
                        out.getOrDefault(backEnd, 0L),
                        parked.getOrDefault(backEnd, 0L),
                        waiting.getOrDefault(backEnd, 0L))));
    return new Total(
        total(in) + refused, refused, total(out), total(parked), total(waiting), each, queries());
  }

  private Map<String, Counts> queries() {
    Map<String, Counts> counts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select coalesce(q.back_end, 'lost'), count(*), count(*) filter (where q.state = 'UNANSWERED'),
              count(*) filter (where q.state = 'ANSWERED'), count(*) filter (where q.state = 'ASKED')
            from inbox i left join query q on q.number || '/query' = i.subject
            where i.subject like '%/query' group by 1 order by 1
            """)
        .query(
            row -> {
              counts.put(
                  row.getString(1),
                  new Counts(row.getLong(2), row.getLong(3), row.getLong(4), 0, row.getLong(5)));
            });
    return counts;
  }

  private Map<String, Long> cases(String condition) {
    return byBackEnd(
        "select c.back_end, count(*) from hub_case c where " + condition + " group by c.back_end");
  }

  private Map<String, Long> byBackEnd(String sql) {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql(sql)
        .query(
            row -> {
              String backEnd = row.getString(1);
              counts.put(backEnd == null ? "lost" : backEnd, row.getLong(2));
            });
    return counts;
  }

  private long refused() {
    return jdbc.sql("select coalesce(sum(count), 0) from refusal_count").query(Long.class).single();
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String has(String states) {
    return "exists (select 1 from delivery d where d.case_number = c.number and d.state in ("
        + states
        + "))";
  }
}
