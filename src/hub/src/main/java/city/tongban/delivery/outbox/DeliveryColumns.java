package city.tongban.delivery.outbox;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.vault.EncryptionContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * How the tables of this module store ids and instants, and what encrypted columns are bound to.
 */
public final class DeliveryColumns {
  private DeliveryColumns() {}

  public static DeliveryId id(ResultSet row) throws SQLException {
    return new DeliveryId(new CaseNumber(row.getString("case_number")), row.getInt("sequence"));
  }

  /** A row mapper for queries of nothing but ids. */
  public static DeliveryId mapId(ResultSet row, int rowNumber) throws SQLException {
    return id(row);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static EncryptionContext mapped(DeliveryId id) {
    return new EncryptionContext("delivery", "mapped", id.toString());
  }

  public static EncryptionContext note(DeliveryId id) {
    return new EncryptionContext("delivery", "note", id.toString());
  }
}
