package city.tongban.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one row, read and moved by single statements: two nodes that step at once queue at its lock.
 */
final class ClockTable {
  /**
   * Business time at a wall reading; in seconds, because a day of an interval may have 23 hours.
   */
  private static final String BUSINESS_AT =
      """
      business_anchor + make_interval(
        secs => greatest(extract(epoch from cast(:wall as timestamptz) - wall_anchor), 0) * speed)\
      """;

  private final JdbcClient jdbc;

  ClockTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<ClockRow> read() {
    return jdbc.sql("select wall_anchor, business_anchor, speed from business_clock")
        .query((row, number) -> row(row))
        .optional();
  }

  /** False when the database has a clock already; that one stays. */
  boolean insert(Instant wall, Instant business) {
    return jdbc.sql(
                """
                insert into business_clock (wall_anchor, business_anchor, speed)
                values (:wall, :business, 1) on conflict do nothing
                """)
            .param("wall", sql(wall))
            .param("business", sql(business))
            .update()
        == 1;
  }

  /** False when business time is past {@code to} already. */
  boolean step(Instant wall, Instant to) {
    return jdbc.sql(
                """
                update business_clock set wall_anchor = :wall, business_anchor = :to
                where %s <= :to
                """
                    .formatted(BUSINESS_AT))
            .param("wall", sql(wall))
            .param("to", sql(to))
            .update()
        == 1;
  }

  void speed(Instant wall, double speed) {
    jdbc.sql(
            """
            update business_clock set wall_anchor = :wall, business_anchor = %s, speed = :speed
            """
                .formatted(BUSINESS_AT))
        .param("wall", sql(wall))
        .param("speed", speed)
        .update();
  }

  private static ClockRow row(ResultSet row) throws SQLException {
    return new ClockRow(
        row.getObject("wall_anchor", OffsetDateTime.class).toInstant(),
        row.getObject("business_anchor", OffsetDateTime.class).toInstant(),
        row.getDouble("speed"));
  }

  private static OffsetDateTime sql(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
