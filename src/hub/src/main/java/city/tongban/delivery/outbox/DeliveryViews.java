package city.tongban.delivery.outbox;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.StoredText;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.DeliveryView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads deliveries for lists and pages. */
@Repository
public class DeliveryViews {
  private static final String VIEW =
      """
      case_number, sequence, back_end, kind, state, reason, reason_key, reason_args, error_code, attempts, due_at, doubtful,
      their_number, created_at, changed_at
      """;

  private final JdbcClient jdbc;

  public DeliveryViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<DeliveryView> of(CaseNumber number) {
    return jdbc.sql("select " + VIEW + " from delivery where case_number = ? order by sequence")
        .param(number.value())
        .query(DeliveryViews::view)
        .list();
  }

  public Optional<DeliveryView> find(DeliveryId id) {
    return jdbc.sql("select " + VIEW + " from delivery where case_number = ? and sequence = ?")
        .param(id.caseNumber().value())
        .param(id.sequence())
        .query(DeliveryViews::view)
        .optional();
  }

  public Optional<DeliveryId> byTheirNumber(String backEnd, String theirNumber) {
    return jdbc.sql(
            """
            select case_number, sequence from delivery where back_end = ? and their_number = ?
            order by sequence limit 1
            """)
        .param(backEnd)
        .param(theirNumber)
        .query(DeliveryColumns::mapId)
        .optional();
  }

  public List<DeliveryView> inState(DeliveryState state, @Nullable String backEnd, int limit) {
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

  private static DeliveryView view(ResultSet row, int n) throws SQLException {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    return new DeliveryView(
        DeliveryColumns.id(row),
        row.getString("back_end"),
        DeliveryKind.valueOf(row.getString("kind")),
        state,
        StoredText.of(
            row.getString("reason_key"), row.getString("reason_args"), row.getString("reason")),
        row.getString("error_code"),
        row.getInt("attempts"),
        state == DeliveryState.WAITING ? DeliveryColumns.instant(row, "due_at") : null,
        row.getBoolean("doubtful"),
        row.getString("their_number"),
        DeliveryColumns.instant(row, "created_at"),
        DeliveryColumns.instant(row, "changed_at"));
  }
}
