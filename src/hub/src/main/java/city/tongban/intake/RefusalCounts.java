package city.tongban.intake;

import city.tongban.clock.BusinessClock;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts refusals by source and code in rows, so that the total can be read in one snapshot (P6).
 */
@Component
class RefusalCounts {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalCounts.class);
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

  private record Key(String source, String code) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::source).thenComparing(Key::code).compare(this, other);
    }
  }

  /** Counts in memory: a flood of unreadable messages costs one addition each, and no row. */
  void later(String source, String code) {
    counter(new Key(source, code)).increment();
  }

  /** Counts in the caller's transaction, together with the refusal's trace step. */
  void now(String source, String code) {
    jdbc.update(ADD, source, clock.today(), code, 1);
  }

  /** Writes the counts from memory in a fixed order, so that two nodes cannot deadlock. */
  @PreDestroy
  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  synchronized void flush() {
    Map<Key, Long> counted = new TreeMap<>();
    pending.forEach(
        (key, count) -> {
          long sum = count.sumThenReset();
          if (sum > 0) {
            counted.put(key, sum);
          }
        });
    if (!counted.isEmpty()) {
      write(counted);
    }
  }

  private void write(Map<Key, Long> counted) {
    try {
      LocalDate today = clock.today();
      jdbc.batchUpdate(
          ADD,
          counted.entrySet().stream()
              .map(
                  row ->
                      new Object[] {
                        row.getKey().source(), today, row.getKey().code(), row.getValue()
                      })
              .toList());
    } catch (DataAccessException e) {
      LOG.warn(
          "refusals could not be counted in the database; the counts stay in memory until the next"
              + " try",
          e);
      counted.forEach((key, sum) -> counter(key).add(sum));
    }
  }

  private LongAdder counter(Key key) {
    return pending.computeIfAbsent(key, missing -> new LongAdder());
  }
}
