package city.tongban.delivery.attempt;

import static city.tongban.delivery.outbox.DeliveryColumns.utc;

import city.tongban.canonical.DeliveryId;
import city.tongban.cases.Cases;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.outbox.DeliveryColumns;
import city.tongban.delivery.outbox.DeliveryRow;
import city.tongban.mapping.MappedMessage;
import city.tongban.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of {@code attempt}, and of {@code delivery} while an attempt is under way. */
@Repository
public class AttemptTable {
  private final JdbcClient jdbc;
  private final Vault vault;

  public AttemptTable(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** The delivery of a message; empty when the message is stale. */
  public Optional<LoadedDelivery> load(LaneMessage message) {
    return jdbc.sql(
            "select "
                + DeliveryRow.COLUMNS
                + """
                from delivery d join hub_case c on c.number = d.case_number
                where d.case_number = ? and d.sequence = ? and d.state = 'WAITING' and d.published
                  and d.publish_number = ?
                """)
        .param(message.id().caseNumber().value())
        .param(message.id().sequence())
        .param(message.publish())
        .query((row, n) -> DeliveryRow.read(row))
        .optional()
        .map(this::opened);
  }

  /**
   * Claims the delivery and writes the attempt's row, in one statement; empty when another took it.
   *
   * @param lease until when no other node counts the attempt as orphaned
   * @return the attempt's number
   */
  public Optional<Integer> begin(
      LoadedDelivery row, int publish, Begin begin, Instant now, Instant lease) {
    return jdbc.sql(
            """
            with taken as (
              update delivery set state = 'SENDING', published = false, due_at = :lease, node = :node,
                attempts = attempts + 1, tries = tries + 1, reason = null, reason_key = null,
                reason_args = null, error_code = null,
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
        .param("publish", publish)
        .param("kind", begin.ask() ? "ASK" : "SEND")
        .query(Integer.class)
        .optional();
  }

  /** How an attempt starts; {@code fresh}: bytes that were mapped just now and are to be stored. */
  public record Begin(
      String node, boolean ask, @Nullable MappedMessage fresh, String connectorVersion) {}

  public void end(DeliveryId id, int number, String outcome, Instant now) {
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
  public List<Orphan> orphans(Instant now, int limit) {
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
                    DeliveryColumns.id(row), row.getString("back_end"), row.getInt("attempts")))
        .list();
  }

  /** A delivery left in SENDING. */
  public record Orphan(DeliveryId id, String backEnd, int attempt) {}

  /** Ends the leases of a node that starts: none of its own attempts is under way. */
  public int disown(String node, Instant now) {
    return jdbc.sql("update delivery set due_at = ? where state = 'SENDING' and node = ?")
        .param(utc(now.minusMillis(1)))
        .param(node)
        .update();
  }

  private byte[] sealed(DeliveryId id, MappedMessage mapped) {
    return vault.seal(DeliveryColumns.mapped(id), mapped.bytes());
  }

  public LoadedDelivery opened(DeliveryRow row) {
    DeliveryId id = row.id();
    return new LoadedDelivery(
        id,
        row.backEnd(),
        row.kind(),
        row.item(),
        row.tries(),
        row.doubtful(),
        mapped(row),
        vault.openText(Cases.canonicalAt(id.caseNumber()), row.canonical()),
        vault.openText(DeliveryColumns.note(id), row.note()),
        row.traceparent());
  }

  private @Nullable MappedMessage mapped(DeliveryRow row) {
    byte[] bytes = row.mapped();
    return bytes == null || row.mappedType() == null || row.mappingVersion() == null
        ? null
        : new MappedMessage(
            vault.open(DeliveryColumns.mapped(row.id()), bytes),
            row.mappedType(),
            row.mappingVersion());
  }
}
