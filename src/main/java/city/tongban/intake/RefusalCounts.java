package city.tongban.intake;

import city.tongban.clock.BusinessClock;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often each source was refused and why, in rows, so that the sum can be asked of one snapshot
 * (P6).
 */
@Component
class RefusalCounts {
  private static final String ADD =
      """
      insert into refusal_count (source, day, code, count) values (?, ?, ?, ?)
      on conflict (source, day, code) do update set count = refusal_count.count + excluded.count
      """;

  private final JdbcTemplate jdbc;
  private final BusinessClock clock;
  private final Map<Key, LongAdder> pending = new ConcurrentHashMap<>();

  RefusalCounts(JdbcTemplate jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Key(String source, String code) {}

  /** Counts in memory: a flood of what could not be read costs an addition each, and no row. */
  void later(String source, String code) {
    pending.computeIfAbsent(new Key(source, code), key -> new LongAdder()).increment();
  }

  /** Counts in the caller's transaction, together with the refusal's trail row. */
  void now(String source, String code) {
    jdbc.update(ADD, source, clock.today(), code, 1);
  }

  /**
   * Writes what was counted in memory, in one order, so that two nodes never wait for each other.
   */
  @PreDestroy
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  synchronized void flush() {
    List<Object[]> rows = new ArrayList<>();
    LocalDate today = clock.today();
    pending.forEach(
        (key, count) -> {
          long counted = count.sumThenReset();
          if (counted > 0) {
            rows.add(new Object[] {key.source(), today, key.code(), counted});
          }
        });
    rows.sort((a, b) -> (a[0] + "" + a[2]).compareTo(b[0] + "" + b[2]));
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(ADD, rows);
    }
  }
}
