package city.tongban.delivery;

import static city.tongban.delivery.DeliveryTable.utc;

import city.tongban.canonical.DeliveryId;
import city.tongban.cases.Cases;
import city.tongban.mapping.MappedMessage;
import city.tongban.vault.EncryptionContext;
import city.tongban.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code attempt}, and of {@code delivery} while an attempt is under way. */
@Repository
class AttemptTable {
  /** What {@link #row} reads of {@code delivery d} and {@code hub_case c}. */
  static final String COLUMNS =
      """
      d.case_number, d.sequence, d.back_end, d.kind, d.item, d.tries, d.doubtful, d.mapped, d.mapped_type,
      d.mapping_version, d.note, c.traceparent,
      case when d.mapped is null or d.doubtful then c.canonical end as canonical
      """;

  private final JdbcClient jdbc;
  private final Vault vault;

  AttemptTable(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** What an attempt works from; the canonical XML comes along only while nothing is mapped yet. */
  record Loaded(
      DeliveryId id,
      String backEnd,
      DeliveryKind kind,
      String item,
      int tries,
      boolean doubtful,
      @Nullable MappedMessage mapped,
      @Nullable String canonical,
      @Nullable String note,
      String traceparent) {}

  /** The delivery, if this very publish is the one that may take it. */
  Optional<Loaded> load(DeliveryId id, int publishNumber) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                from delivery d join hub_case c on c.number = d.case_number
                where d.case_number = ? and d.sequence = ? and d.state = 'WAITING' and d.published
                  and d.publish_number = ?
                """)
        .param(id.caseNumber().value())
        .param(id.sequence())
        .param(publishNumber)
        .query(AttemptTable::row)
        .optional()
        .map(this::opened);
  }

  /**
   * Claims the delivery and writes the attempt's row, in one statement; empty when another took it.
   *
   * @param lease until when nobody else may doubt that the attempt is under way
   * @return the attempt's number
   */
  Optional<Integer> begin(Loaded row, int publishNumber, Begin begin, Instant now, Instant lease) {
    return jdbc.sql(
            """
            with taken as (
              update delivery set state = 'SENDING', published = false, due_at = :lease, node = :node,
                attempts = attempts + 1, tries = tries + 1, reason = null, error_code = null,
                mapped = coalesce(mapped, :mapped), mapped_type = coalesce(mapped_type, :type),
                mapping_version = coalesce(mapping_version, :mapping), connector_version = :connector,
                changed_at = :now
              where case_number = :number and sequence = :sequence and state = 'WAITING' and published
                and publish_number = :publish
              returning attempts)
            insert into attempt (case_number, sequence, number, kind, node, began_at)
            select :number, :sequence, attempts, :kind, :node, :now from taken
            returning number
            """)
        .param("lease", utc(lease))
        .param("node", begin.node())
        .param("mapped", begin.fresh() == null ? null : sealed(row.id(), begin.fresh()))
        .param("type", begin.fresh() == null ? null : begin.fresh().contentType())
        .param("mapping", begin.fresh() == null ? null : begin.fresh().version())
        .param("connector", begin.connectorVersion())
        .param("now", utc(now))
        .param("number", row.id().caseNumber().value())
        .param("sequence", row.id().sequence())
        .param("publish", publishNumber)
        .param("kind", begin.ask() ? "ASK" : "SEND")
        .query(Integer.class)
        .optional();
  }

  /** How an attempt starts; {@code fresh} is what was mapped just now and is to be kept. */
  record Begin(String node, boolean ask, @Nullable MappedMessage fresh, String connectorVersion) {}

  void end(DeliveryId id, int number, String outcome, Instant now) {
    jdbc.sql(
            """
            update attempt set ended_at = ?, outcome = ?
            where case_number = ? and sequence = ? and number = ?
            """)
        .param(utc(now))
        .param(outcome)
        .param(id.caseNumber().value())
        .param(id.sequence())
        .param(number)
        .update();
  }

  /** Attempts whose lease ended without an outcome: their node died or lost the database. */
  List<Orphan> orphans(Instant now, int limit) {
    return jdbc.sql(
            """
            select case_number, sequence, back_end, attempts from delivery
            where state = 'SENDING' and due_at < ? order by due_at limit ? for update skip locked
            """)
        .param(utc(now))
        .param(limit)
        .query(
            (row, n) ->
                new Orphan(
                    DeliveryTable.id(row, n), row.getString("back_end"), row.getInt("attempts")))
        .list();
  }

  /** A delivery left in SENDING. */
  record Orphan(DeliveryId id, String backEnd, int attempt) {}

  /** A node that starts knows that none of its own attempts is under way. */
  int disown(String node, Instant now) {
    return jdbc.sql("update delivery set due_at = ? where state = 'SENDING' and node = ?")
        .param(utc(now.minusMillis(1)))
        .param(node)
        .update();
  }

  private byte[] sealed(DeliveryId id, MappedMessage mapped) {
    return vault.seal(mapped(id), mapped.bytes());
  }

  static EncryptionContext mapped(DeliveryId id) {
    return new EncryptionContext("delivery", "mapped", id.toString());
  }

  /** The same as it lies in the database: nothing is opened before it is used. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or prints one
  record Row(
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
      String traceparent) {}

  static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        DeliveryTable.id(row, n),
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

  Loaded opened(Row row) {
    DeliveryId id = row.id();
    return new Loaded(
        id,
        row.backEnd(),
        row.kind(),
        row.item(),
        row.tries(),
        row.doubtful(),
        mapped(row),
        vault.openText(Cases.canonicalAt(id.caseNumber()), row.canonical()),
        vault.openText(DeliveryTable.note(id), row.note()),
        row.traceparent());
  }

  private @Nullable MappedMessage mapped(Row row) {
    byte[] bytes = row.mapped();
    return bytes == null || row.mappedType() == null || row.mappingVersion() == null
        ? null
        : new MappedMessage(
            vault.open(mapped(row.id()), bytes), row.mappedType(), row.mappingVersion());
  }
}
