package city.tongban.delivery;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries as they are looked at; nothing here changes one. */
@Repository
class DeliveryViews {
  private static final String VIEW =
      """
      case_number, sequence, back_end, kind, state, reason, error_code, attempts, due_at, doubtful,
      their_number, created_at, changed_at
      """;

  private final JdbcClient jdbc;

  DeliveryViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<DeliveryView> of(CaseNumber number) {
    return jdbc.sql("select " + VIEW + " from delivery where case_number = ? order by sequence")
        .param(number.value())
        .query(DeliveryViews::view)
        .list();
  }

  Optional<DeliveryView> find(DeliveryId id) {
    return jdbc.sql("select " + VIEW + " from delivery where case_number = ? and sequence = ?")
        .param(id.caseNumber().value())
        .param(id.sequence())
        .query(DeliveryViews::view)
        .optional();
  }

  Optional<DeliveryId> byTheirNumber(String backEnd, String theirNumber) {
    return jdbc.sql(
            """
            select case_number, sequence from delivery where back_end = ? and their_number = ?
            order by sequence limit 1
            """)
        .param(backEnd)
        .param(theirNumber)
        .query(DeliveryTable::id)
        .optional();
  }

  List<DeliveryView> inState(DeliveryState state, @Nullable String backEnd, int limit) {
    return jdbc.sql(
            "select "
                + VIEW
                + " from delivery where state = :state"
                + (backEnd == null ? "" : " and back_end = :backEnd")
                + " order by changed_at limit :limit")
        .param("state", state.name())
        .param("backEnd", backEnd)
        .param("limit", limit)
        .query(DeliveryViews::view)
        .list();
  }

  /** How many could go to a lane at this moment and are not in it. */
  long due(String backEnd, Instant now) {
    return jdbc.sql(
            "select count(*) from delivery where state = 'WAITING' and back_end = ? and due_at <="
                + " ?")
        .param(backEnd)
        .param(DeliveryTable.utc(now))
        .query(Long.class)
        .single();
  }

  /** What stands in each lane; each half reads its own small index, never the whole table. */
  Map<String, LaneStatistics> figures() {
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

  /** Nothing where all that there is stands still. */
  private static @Nullable Instant oldest(ResultSet row) throws SQLException {
    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
    return oldest == null ? null : oldest.toInstant();
  }

  /** Back-ends for which something waits. */
  List<String> waitingFor() {
    return jdbc.sql("select distinct back_end from delivery where state = 'WAITING'")
        .query(String.class)
        .list();
  }

  private static DeliveryView view(ResultSet row, int n) throws SQLException {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    return new DeliveryView(
        DeliveryTable.id(row, n),
        row.getString("back_end"),
        DeliveryKind.valueOf(row.getString("kind")),
        state,
        row.getString("reason"),
        row.getString("error_code"),
        row.getInt("attempts"),
        state == DeliveryState.WAITING ? DeliveryTable.instant(row, "due_at") : null,
        row.getBoolean("doubtful"),
        row.getString("their_number"),
        DeliveryTable.instant(row, "created_at"),
        DeliveryTable.instant(row, "changed_at"));
  }
}
