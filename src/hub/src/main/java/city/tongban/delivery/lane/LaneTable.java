package city.tongban.delivery.lane;

import city.tongban.delivery.outbox.DeliveryColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what waits and what is parked in each lane. */
@Repository
public class LaneTable {
  private final JdbcClient jdbc;

  public LaneTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many deliveries of a back-end are due and not in its lane. */
  public long due(String backEnd, Instant now) {
    return jdbc.sql(
            "select count(*) from delivery where state = 'WAITING' and back_end = ? and due_at <="
                + " ?")
        .param(backEnd)
        .param(DeliveryColumns.utc(now))
        .query(Long.class)
        .single();
  }

  /** By back-end; each half reads its own small index and never the whole table. */
  public Map<String, LaneStatistics> statistics() {
    return jdbc
        .sql(
            """
            select back_end, coalesce(w.n, 0) as waiting, w.oldest, coalesce(p.n, 0) as parked
            from (select back_end, count(*) as n, min(created_at) as oldest from delivery
                  where state = 'WAITING' group by back_end) w
            full join (select back_end, count(*) as n from delivery
                  where state in ('PARKED', 'UNCONFIRMED') group by back_end) p using (back_end)
            """)
        .query(
            (row, n) ->
                Map.entry(
                    row.getString("back_end"),
                    new LaneStatistics(row.getLong("waiting"), oldest(row), row.getLong("parked"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Null in a lane that has parked deliveries only. */
  private static @Nullable Instant oldest(ResultSet row) throws SQLException {
    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
    return oldest == null ? null : oldest.toInstant();
  }

  /** The back-ends for which something waits. */
  public List<String> waitingFor() {
    return jdbc.sql("select distinct back_end from delivery where state = 'WAITING'")
        .query(String.class)
        .list();
  }
}
