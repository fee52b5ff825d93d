package city.tongban.delivery.batch;

import static city.tongban.delivery.outbox.DeliveryColumns.utc;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageArguments;
import city.tongban.canonical.Problem;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.outbox.DeliveryColumns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which deliveries are in which batch, and changes to all deliveries of a batch at once. */
@Repository
public class BatchLineTable {
  private static final String IN_BATCH =
      """
      from batch_line l where l.batch = :batch and l.case_number = d.case_number and l.sequence = d.sequence
      """;

  private final JdbcClient jdbc;

  BatchLineTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public void add(long batch, DeliveryId id) {
    jdbc.sql("insert into batch_line (batch, case_number, sequence) values (?, ?, ?)")
        .param(batch)
        .param(id.caseNumber().value())
        .param(id.sequence())
        .update();
  }

  /** The open batch that a delivery is in, locked, so that it cannot close meanwhile. */
  public Optional<Long> lockOpenWith(DeliveryId id) {
    return jdbc.sql(
            """
            select b.number from batch b join batch_line l on l.batch = b.number
            where l.case_number = ? and l.sequence = ? and b.state = 'OPEN' for update of b
            """)
        .param(id.caseNumber().value())
        .param(id.sequence())
        .query(Long.class)
        .optional();
  }

  /** Takes a line out of an open batch, and with it the delivery; the caller holds the batch. */
  public boolean takeOut(long batch, DeliveryId id, KeyedMessage reason, Instant now) {
    int cancelled =
        jdbc.sql(
                """
                update delivery set state = 'CANCELLED', reason = null, reason_key = ?,
                  reason_args = cast(? as jsonb), changed_at = ?
                where case_number = ? and sequence = ? and state = 'SENDING'
                """)
            .param(reason.key())
            .param(MessageArguments.write(reason.arguments()))
            .param(utc(now))
            .param(id.caseNumber().value())
            .param(id.sequence())
            .update();
    if (cancelled == 1) {
      jdbc.sql("delete from batch_line where batch = ? and case_number = ? and sequence = ?")
          .param(batch)
          .param(id.caseNumber().value())
          .param(id.sequence())
          .update();
    }
    return cancelled == 1;
  }

  /** Locks in one order everywhere, so that no two transactions wait for each other. */
  public void lockCases(long batch) {
    jdbc.sql(
            """
            select c.number from hub_case c
            where c.number in (select case_number from batch_line where batch = ?) order by c.number for update
            """)
        .param(batch)
        .query(String.class)
        .list();
  }

  /** Marks as sent each delivery of an accepted file that nothing else has settled. */
  public List<DeliveryId> sent(long batch, Instant now) {
    return jdbc.sql(
            """
            update delivery d set state = 'SENT', attempts = attempts + 1, reason = null, reason_key = null,
              reason_args = null, error_code = null, changed_at = :now
            """
                + IN_BATCH
                + " and d.state = 'SENDING' returning d.case_number, d.sequence")
        .param("now", utc(now))
        .param("batch", batch)
        .query(DeliveryColumns::mapId)
        .list();
  }

  /** Parks each delivery of the batch that has not been answered. */
  public List<DeliveryId> park(long batch, DeliveryState to, Problem why, Instant now) {
    return jdbc.sql(
            """
            update delivery d set state = :state, attempts = attempts + 1, reason = :reason,
              reason_key = null, reason_args = null, error_code = :code, changed_at = :now
            """
                + IN_BATCH
                + " and not l.answered and d.state in ('SENDING', 'SENT')"
                + " returning d.case_number, d.sequence")
        .param("state", to.name())
        .param("reason", why.what())
        .param("code", why.code())
        .param("now", utc(now))
        .param("batch", batch)
        .query(DeliveryColumns::mapId)
        .list();
  }

  public boolean parkOne(DeliveryId id, Problem why, Instant now) {
    return jdbc.sql(
                """
                update delivery set state = 'PARKED', reason = ?, reason_key = null, reason_args = null,
                  error_code = ?, changed_at = ?
                where case_number = ? and sequence = ? and state in ('SENDING', 'SENT')
                """)
            .param(why.what())
            .param(why.code())
            .param(utc(now))
            .param(id.caseNumber().value())
            .param(id.sequence())
            .update()
        == 1;
  }

  /** The cases of the batch that have another delivery waiting behind this one. */
  public List<CaseNumber> withNext(long batch) {
    return jdbc.sql(
            """
            select distinct d.case_number from delivery d
            join batch_line l on l.case_number = d.case_number
            where l.batch = ? and d.state = 'BEHIND' order by d.case_number
            """)
        .param(batch)
        .query((row, n) -> new CaseNumber(row.getString(1)))
        .list();
  }

  public List<DeliveryId> of(long batch, boolean onlyOpen) {
    return jdbc.sql(
            "select case_number, sequence from batch_line where batch = ?"
                + (onlyOpen ? " and not answered" : "")
                + " order by case_number, sequence")
        .param(batch)
        .query(DeliveryColumns::mapId)
        .list();
  }

  public void answered(long batch, DeliveryId id) {
    jdbc.sql(
            """
            update batch_line set answered = true where batch = ? and case_number = ? and sequence = ?
            """)
        .param(batch)
        .param(id.caseNumber().value())
        .param(id.sequence())
        .update();
  }
}
