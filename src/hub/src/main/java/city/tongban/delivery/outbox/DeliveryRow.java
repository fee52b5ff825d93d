package city.tongban.delivery.outbox;

import city.tongban.canonical.DeliveryId;
import city.tongban.delivery.DeliveryKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A delivery as it is stored: personal data stays encrypted until an attempt needs it. */
@SuppressWarnings("ArrayRecordComponent") // never compared or printed
public record DeliveryRow(
    DeliveryId id,
    String backEnd,
    DeliveryKind kind,
    String item,
    int tries,
    boolean doubtful,
    byte @Nullable [] mapped,
    @Nullable String mappedType,
    @Nullable String mappingVersion,
    byte @Nullable [] canonical,
    byte @Nullable [] note,
    String traceparent) {

  /** What {@link #read} needs of {@code delivery d} and {@code hub_case c}. */
  public static final String COLUMNS =
      """
      d.case_number, d.sequence, d.back_end, d.kind, d.item, d.tries, d.doubtful, d.mapped, d.mapped_type,
      d.mapping_version, d.note, c.traceparent,
      case when d.mapped is null or d.doubtful then c.canonical end as canonical
      """;

  public static DeliveryRow read(ResultSet row) throws SQLException {
    return new DeliveryRow(
        DeliveryColumns.id(row),
        row.getString("back_end"),
        DeliveryKind.valueOf(row.getString("kind")),
        row.getString("item"),
        row.getInt("tries"),
        row.getBoolean("doubtful"),
        row.getBytes("mapped"),
        row.getString("mapped_type"),
        row.getString("mapping_version"),
        row.getBytes("canonical"),
        row.getBytes("note"),
        row.getString("traceparent"));
  }
}
