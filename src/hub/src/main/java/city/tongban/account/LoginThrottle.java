package city.tongban.account;

import city.tongban.canonical.Sha256;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down password guessing: for each name, whether or not it has an account, and for each
 * source address. A try is counted before the password is checked, so that parallel tries count
 * too.
 */
@Component
class LoginThrottle {
  static final int FREE_PER_NAME = 5;
  static final int FREE_PER_SOURCE = 20;

  /** The wait doubles from a minute; what is a quarter of an hour old is forgotten. */
  private static final String COUNT =
      """
      insert into log_in_try (whose, failed, last_at, free_at) values (:whose, 1, :now, :now)
      on conflict (whose) do update set
        failed = case when log_in_try.last_at < :forgotten then 1 else log_in_try.failed + 1 end,
        last_at = :now,
        free_at = case when log_in_try.last_at < :forgotten or log_in_try.failed + 1 < :free then :now
          else :now + least(interval '15 minutes', interval '1 minute' * power(2, least(log_in_try.failed + 1 - :free, 4)))
          end
      where log_in_try.free_at <= :now
      """;

  private static final int MEMORY_MINUTES = 15;

  private final JdbcClient jdbc;
  private final Clock wall;

  LoginThrottle(JdbcClient jdbc, Clock wall) {
    this.jdbc = jdbc;
    this.wall = wall;
  }

  /** False when this one is not looked at: too many were wrong just before. */
  @Transactional
  boolean begin(String name, String source) {
    return count(ofSource(source), FREE_PER_SOURCE) && count(ofName(name), FREE_PER_NAME);
  }

  /** The right password clears the name; the source keeps what it did to other names. */
  @Transactional
  void succeeded(String name, String source) {
    jdbc.sql("delete from log_in_try where whose = ?").param(ofName(name)).update();
    jdbc.sql("update log_in_try set failed = failed - 1, free_at = last_at where whose = ?")
        .param(ofSource(source))
        .update();
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void forget() {
    jdbc.sql("delete from log_in_try where last_at < :forgotten and free_at < :forgotten")
        .param("forgotten", now().minusMinutes(MEMORY_MINUTES))
        .update();
  }

  private boolean count(String whose, int free) {
    return jdbc.sql(COUNT)
            .param("whose", whose)
            .param("now", now())
            .param("forgotten", now().minusMinutes(MEMORY_MINUTES))
            .param("free", free)
            .update()
        == 1;
  }

  /** A digest: what is typed into the field for the name is a password now and then. */
  private static String ofName(String name) {
    return "name " + Sha256.hex(name);
  }

  private static String ofSource(String source) {
    return "source " + Sha256.hex(source);
  }

  private OffsetDateTime now() {
    return wall.instant().atOffset(ZoneOffset.UTC);
  }
}
