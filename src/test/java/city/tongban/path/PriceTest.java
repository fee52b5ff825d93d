package city.tongban.path;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one case costs the database, counted by the database itself, under the load of many cases at
 * once. The figures are a budget: who exceeds it says why, here.
 */
class PriceTest {
  private static final int CASES = 300;
  private static final int CENTRES_AT_ONCE = 32;

  private final RunningHub hub = RunningHub.get();
  private final JdbcClient jdbc = hub.context().getBean(JdbcClient.class);

  @Test
  void aCaseThatIsDecidedAtOnceCostsFewStatementsAndCommits() throws Exception {
    price(() -> Applications.benefit(36), "DECIDED");
  }

  @Test
  void aCaseThatIsAcceptedCosts() throws Exception {
    price(() -> Applications.lease(5200), "ACCEPTED");
  }

  private void price(Supplier<Map<String, Object>> application, String until) throws Exception {
    run(application, until, 60);
    jdbc.sql("select pg_stat_statements_reset()").query().listOfRows();
    long commits = commits();
    run(application, until, CASES);
    System.out.println("commits per case: " + (commits() - commits) / (double) CASES);
    double sum = 0;
    for (Map<String, Object> row :
        jdbc.sql(
                """
                select calls, left(regexp_replace(query, '\\s+', ' ', 'g'), 100) as query from pg_stat_statements
                where dbid = (select oid from pg_database where datname = current_database())
                order by calls desc limit 40
                """)
            .query()
            .listOfRows()) {
      System.out.println(
          "%6.2f %s"
              .formatted(
                  ((Number) row.get("calls")).longValue() / (double) CASES, row.get("query")));
    }
  }

  private long commits() throws InterruptedException {
    Thread.sleep(1500);
    return jdbc.sql("select xact_commit from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }

  private void run(Supplier<Map<String, Object>> application, String until, int cases)
      throws Exception {
    ExecutorService centres = Executors.newFixedThreadPool(CENTRES_AT_ONCE);
    List<Future<String>> sent =
        IntStream.range(0, cases)
            .mapToObj(i -> centres.submit(() -> hub.receipted(application.get())))
            .toList();
    for (Future<String> one : sent) {
      one.get();
    }
    centres.shutdown();
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                jdbc.sql("select count(*) from hub_case where state = 'COLLECTED'")
                        .query(Long.class)
                        .single()
                    == 0);
  }
}
