package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.ConfigurableTransactionManager;

/**
 * What one case costs the database. The figures are a budget: a change that needs more says here
 * what for.
 *
 * <p>Only the work of a case is counted, so that the figures are the same on a slow machine. Work
 * that is repeated by the clock, or that one claim does for many cases, is left out by what it is.
 */
class CaseCostTest {
  /** Statements that are sent again and again by the clock, whether there are cases or not. */
  private static final List<String> REPEATED_BY_THE_CLOCK =
      List.of(
          "business_clock",
          "bundle_active",
          "from partner",
          "select case_number, sequence, back_end, attempts", // attempts whose node is gone
          "from batch where back_end",
          "from lane_outage",
          "staged_gap",
          "day_statement",
          "from query where state",
          "select count(*)",
          "update web_hook w set claim");

  /** Statements that serve as many cases as happen to be there. */
  private static final List<String> SHARED_BY_CASES =
      List.of(
          "update delivery d set publish_number", // the outbox relay claims what is due in a lane
          "select d.case_number, d.sequence", // rows whose copy in memory has run out
          "nextval"); // case numbers are drawn in blocks

  /** Statements of this test. */
  private static final String OWN = "pg_stat_statements";

  /** Statements that the clock repeats too seldom to be listed above: a few in each run. */
  private static final double SELDOM = 0.4;

  private static final Pattern STATEMENT =
      Pattern.compile("(insert|update|delete|select|with) .*", Pattern.CASE_INSENSITIVE);

  private final RunningHub hub = RunningHub.get();
  private final JdbcClient jdbc = hub.context().getBean(JdbcClient.class);

  /**
   * Intake 4, begin of the attempt 2, outcome with state, notices and trail 5. Four senders never
   * have to wait at the intake, however slow the machine is.
   */
  @ParameterizedTest(name = "{0} cases from {1} senders")
  @CsvSource({"160, 4", "40, 1"})
  void aCaseThatIsDecidedAtOnceCostsElevenStatementsAndThreeTransactions(int cases, int senders)
      throws Exception {
    run(cases, senders); // fills the caches and prepares the statements
    List<String> each = new ArrayList<>();
    double statements;
    double transactions;
    try (TransactionCount opened =
        TransactionCount.in(hub.context().getBean(ConfigurableTransactionManager.class))) {
      jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
      run(cases, senders);
      statements = statements(cases, each);
      transactions = opened.ofCases() / (double) cases;
      each.add(opened.toString());
    }

    assertThat(statements).as(String.join("\n", each)).isCloseTo(11, within(SELDOM));
    assertThat(transactions).as(String.join("\n", each)).isEqualTo(3);
  }

  /** Sums up the statements of one case and lists each with its number per case. */
  private double statements(int cases, List<String> each) {
    double sum = 0;
    for (Map<String, Object> row : counted()) {
      double perCase = ((Number) row.get("calls")).doubleValue() / cases;
      String query = String.valueOf(row.get("query"));
      if (isOfACase(query)) {
        sum += perCase;
        each.add("%5.2f %s".formatted(perCase, query));
      }
    }
    return sum;
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
    return STATEMENT.matcher(query).matches()
        && !query.contains(OWN)
        && REPEATED_BY_THE_CLOCK.stream().noneMatch(query::contains)
        && SHARED_BY_CASES.stream().noneMatch(query::contains);
  }

  private void run(int cases, int senders) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    List<Future<String>> sent = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      sent.add(threads.submit(() -> hub.receipted(Applications.benefit(36))));
    }
    List<String> numbers = new ArrayList<>();
    for (Future<String> one : sent) {
      numbers.add(one.get());
    }
    threads.shutdown();
    await().atMost(Duration.ofMinutes(5)).until(() -> undecided(numbers) == 0);
  }

  private long undecided(List<String> numbers) {
    return jdbc.sql(
            "select count(*) from hub_case where state <> 'DECIDED' and number = any(:numbers)")
        .param("numbers", numbers.toArray(String[]::new))
        .query(Long.class)
        .single();
  }
}
