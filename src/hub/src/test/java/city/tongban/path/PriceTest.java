package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one case costs the database, counted by the database itself while many cases come at once.
 * The figures are the budget: who needs more says here what for.
 */
class PriceTest {
  private static final int CASES = 200;
  private static final int SENDERS = 16;

  /**
   * What the hub asks now and then, whether there are cases or not; how often is a question of
   * time.
   */
  private static final List<String> NOW_AND_THEN =
      List.of(
          "business_clock",
          "bundle_active",
          "from partner",
          "case_serial",
          "state = $3 and due_at < $1",
          "pg_stat",
          "select count(*)",
          "from batch where back_end",
          "lane_outage",
          "staged_gap",
          "day_statement",
          "from query where state",
          "from delivery where state = $3 group by",
          "with due as");

  private final RunningHub hub = RunningHub.get();
  private final JdbcClient jdbc = hub.context().getBean(JdbcClient.class);

  /** Statements and transactions per case, and the statements with their number per case. */
  private record Price(double statements, double transactions, List<String> each) {}

  @Test
  void aCaseThatIsDecidedAtOnceCostsTwelveStatementsAndThreeTransactions() throws Exception {
    Price price = price(() -> Applications.benefit(36), "DECIDED");

    // intake 4, begin of the attempt 2, outcome with state, notices and trail 5; a claim serves
    // many
    assertThat(price.statements()).as(String.join("\n", price.each())).isLessThan(11.5);
    assertThat(price.transactions()).isLessThan(3.2);
  }

  private Price price(Supplier<Map<String, Object>> application, String until) throws Exception {
    run(application, until); // prepared statements and caches
    jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
    run(application, until);
    List<String> each = new ArrayList<>();
    double statements = 0;
    double transactions = 0;
    double looks = 0;
    for (Map<String, Object> row : counted()) {
      double perCase = ((Number) row.get("calls")).doubleValue() / CASES;
      String query = String.valueOf(row.get("query"));
      if (query.equals("BEGIN")) {
        transactions = perCase;
      } else if (isOfACase(query)) {
        statements += perCase;
        each.add("%5.2f %s".formatted(perCase, query));
      } else if (query.contains("from batch where") && query.contains("for update")) {
        looks += perCase; // each a transaction of its own, and often here
      }
    }
    return new Price(statements, transactions - looks, each);
  }

  private List<Map<String, Object>> counted() {
    return jdbc.sql(
            """
            select calls, regexp_replace(query, '\\s+', ' ', 'g') as query from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
            order by calls desc
            """)
        .query()
        .listOfRows();
  }

  private static boolean isOfACase(String query) {
    return query.matches("(?i)(insert|update|delete|select|with) .*")
        && NOW_AND_THEN.stream().noneMatch(query::contains);
  }

  private void run(Supplier<Map<String, Object>> application, String until) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    List<Future<String>> sent = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      sent.add(senders.submit(() -> hub.receipted(application.get())));
    }
    List<String> numbers = new ArrayList<>();
    for (Future<String> one : sent) {
      numbers.add(one.get());
    }
    senders.shutdown();
    await().atMost(Duration.ofMinutes(2)).until(() -> notYet(until, numbers) == 0);
  }

  private long notYet(String until, List<String> numbers) {
    return jdbc.sql("select count(*) from hub_case where state <> ? and number = any(?)")
        .param(until)
        .param(numbers.toArray(String[]::new))
        .query(Long.class)
        .single();
  }
}
