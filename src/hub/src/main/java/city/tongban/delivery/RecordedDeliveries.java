package city.tongban.delivery;

import city.tongban.canonical.DeliveryId;
import city.tongban.cases.Cases;
import city.tongban.delivery.outbox.DeliveryColumns;
import city.tongban.mapping.MappedMessage;
import city.tongban.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was sent to a back-end and the case it was mapped from, for a replay. */
@Repository
public class RecordedDeliveries {
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final Vault vault;

  RecordedDeliveries(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** A delivery and when it was created. */
  public record Found(DeliveryId id, Instant at) {}

  /**
   * A delivery with its contents.
   *
   * @param mapped null when nothing is mapped yet, or the mapping failed
   * @param errorCode why it is parked, if it is
   * @param reason why the applicant withdrew; empty for an application
   */
  public record Recorded(
      DeliveryId id,
      String backEnd,
      DeliveryKind kind,
      String item,
      String canonical,
      @Nullable MappedMessage mapped,
      @Nullable String errorCode,
      String reason) {}

  /** The latest first, a page at a time; {@code before} is the last of the previous page. */
  public List<Found> since(String backEnd, Instant since, @Nullable Found before, int limit) {
    Instant end = before == null ? END : before.at();
    return jdbc.sql(
            """
            select case_number, sequence, created_at from delivery
            where back_end = :backEnd and created_at >= :since
              and (created_at, case_number, sequence) < (:end, :number, :sequence)
            order by created_at desc, case_number desc, sequence desc limit :limit
            """)
        .param("backEnd", backEnd)
        .param("since", DeliveryColumns.utc(since))
        .param("end", DeliveryColumns.utc(end))
        .param("number", before == null ? "" : before.id().caseNumber().value())
        .param("sequence", before == null ? 0 : before.id().sequence())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Found(DeliveryColumns.id(row), DeliveryColumns.instant(row, "created_at")))
        .list();
  }

  /**
   * Empty when there is no such delivery, or its payload is past its retention.
   *
   * @throws city.tongban.canonical.HubException when the payload cannot be decrypted
   */
  public Optional<Recorded> find(DeliveryId id) {
    return jdbc.sql(
            """
            select d.case_number, d.sequence, d.back_end, d.kind, d.item, d.mapped, d.mapped_type,
              d.mapping_version, d.error_code, d.note, c.canonical
            from delivery d join hub_case c on c.number = d.case_number
            where d.case_number = ? and d.sequence = ? and c.canonical is not null
            """)
        .param(id.caseNumber().value())
        .param(id.sequence())
        .query(this::recorded)
        .optional();
  }

  private Recorded recorded(ResultSet row, int n) throws SQLException {
    DeliveryId id = DeliveryColumns.id(row);
    byte[] mapped = row.getBytes("mapped");
    String reason = vault.openText(DeliveryColumns.note(id), row.getBytes("note"));
    byte[] canonical = vault.open(Cases.canonicalAt(id.caseNumber()), row.getBytes("canonical"));
    return new Recorded(
        id,
        row.getString("back_end"),
        DeliveryKind.valueOf(row.getString("kind")),
        row.getString("item"),
        new String(canonical, StandardCharsets.UTF_8),
        mapped == null
            ? null
            : new MappedMessage(
                vault.open(DeliveryColumns.mapped(id), mapped),
                row.getString("mapped_type"),
                row.getString("mapping_version")),
        row.getString("error_code"),
        reason == null ? "" : reason);
  }
}
