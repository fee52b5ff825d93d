package city.tongban.delivery.batch;

import static city.tongban.delivery.outbox.DeliveryColumns.utc;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageArguments;
import city.tongban.canonical.Sha256;
import city.tongban.delivery.outbox.DeliveryColumns;
import city.tongban.mapping.MappedMessage;
import city.tongban.vault.EncryptionContext;
import city.tongban.vault.Vault;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bytes of a batch: each line as its delivery keeps it, and the file as it was composed. */
@Repository
public class BatchContent {
  /** A delivery in a batch has no lease of its own; the batch has one. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final Vault vault;

  BatchContent(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /**
   * Takes a delivery from its lane and stores the bytes of its line; false when the message is
   * stale.
   */
  public boolean take(
      DeliveryId id,
      int publish,
      MappedMessage line,
      String version,
      KeyedMessage why,
      Instant now) {
    return jdbc.sql(
                """
                update delivery set state = 'SENDING', published = false, due_at = ?, node = null, reason = null,
                  reason_key = ?, reason_args = cast(? as jsonb), error_code = null, mapped = coalesce(mapped, ?), mapped_type = coalesce(mapped_type, ?),
                  mapping_version = coalesce(mapping_version, ?), connector_version = ?, changed_at = ?
                where case_number = ? and sequence = ? and state = 'WAITING' and published and publish_number = ?
                """)
            .param(utc(NEVER))
            .param(why.key())
            .param(MessageArguments.write(why.arguments()))
            .param(vault.seal(DeliveryColumns.mapped(id), line.bytes()))
            .param(line.contentType())
            .param(line.version())
            .param(version)
            .param(utc(now))
            .param(id.caseNumber().value())
            .param(id.sequence())
            .param(publish)
            .update()
        == 1;
  }

  /** The lines in the order in which they joined. */
  public List<byte[]> lines(long batch) {
    return jdbc.sql(
            """
            select d.case_number, d.sequence, d.mapped from batch_line l
            join delivery d on d.case_number = l.case_number and d.sequence = l.sequence
            where l.batch = ? order by l.position
            """)
        .param(batch)
        .query(
            (row, n) ->
                vault.open(DeliveryColumns.mapped(DeliveryColumns.id(row)), row.getBytes("mapped")))
        .list();
  }

  public void keep(long batch, byte[] file) {
    jdbc.sql("update batch set content = ?, digest = ? where number = ? and content is null")
        .param(vault.seal(content(batch), file))
        .param(Sha256.of(file))
        .param(batch)
        .update();
  }

  public byte[] file(long batch) {
    byte[] sealed =
        jdbc.sql("select content from batch where number = ?")
            .param(batch)
            .query(byte[].class)
            .single();
    return vault.open(content(batch), sealed);
  }

  private static EncryptionContext content(long batch) {
    return new EncryptionContext("batch", "content", Long.toString(batch));
  }
}
