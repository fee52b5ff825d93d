package city.tongban.trace;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Creates the trace's monthly partitions in advance; the default partition takes other rows. */
@Component
class TracePartitions {
  private static final int MONTHS_AHEAD = 2;

  private final JdbcClient jdbc;

  TracePartitions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.DAYS)
  void ahead() {
    jdbc.sql("select trail_ahead(?)").param(MONTHS_AHEAD).query((row, n) -> 0).list();
  }
}
