package city.tongban.delivery.outbox;

import static city.tongban.delivery.outbox.DeliveryColumns.utc;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageArguments;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StoredText;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.DeliveryState;
import city.tongban.vault.Vault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the rows of {@code delivery}: how a delivery is created, waits and ends. */
@Repository
public class DeliveryTable {
  private final JdbcClient jdbc;
  private final Vault vault;

  public DeliveryTable(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  public void insert(NewDelivery delivery, Instant now) {
    jdbc.sql(
            """
            insert into delivery (case_number, sequence, back_end, kind, item, state, reason_key, reason_args, note,
              due_at, created_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)
            """)
        .param(delivery.id().caseNumber().value())
        .param(delivery.id().sequence())
        .param(delivery.backEnd())
        .param(delivery.kind().name())
        .param(delivery.item())
        .param(delivery.state().name())
        .param(key(delivery.reason()))
        .param(arguments(delivery.reason()))
        .param(vault.sealText(DeliveryColumns.note(delivery.id()), delivery.note()))
        .param(utc(now))
        .param(utc(now))
        .param(utc(now))
        .update();
  }

  /** A delivery to insert; {@code note} is what its mapping may quote. */
  public record NewDelivery(
      DeliveryId id,
      String backEnd,
      DeliveryKind kind,
      String item,
      DeliveryState state,
      @Nullable KeyedMessage reason,
      @Nullable String note) {}

  /**
   * Records acceptance or the decision and, with it, the end of the attempt that brought it. One
   * statement, because every case goes through it.
   */
  public Settled settle(
      DeliveryId id,
      DeliveryState to,
      @Nullable String theirNumber,
      @Nullable Ended attempt,
      Instant now) {
    return jdbc.sql(
            """
            with ended as (
              update attempt set ended_at = :now, outcome = :outcome
              where case_number = :case and sequence = :sequence and number = cast(:attempt as int)),
            settled as (
              update delivery set state = :to, their_number = coalesce(:theirs, their_number), reason = null,
                reason_key = null, reason_args = null, error_code = null, published = false, doubtful = false, node = null, changed_at = :now
              where case_number = :case and sequence = :sequence and state not in ('ANSWERED', 'CANCELLED')
                and state <> :to
              returning 1)
            select exists (select from settled) as settled,
              exists (select from delivery where case_number = :case and state = 'BEHIND') as followed
            """)
        .param("now", utc(now))
        .param("outcome", attempt == null ? null : attempt.outcome())
        .param("case", id.caseNumber().value())
        .param("sequence", id.sequence())
        .param("attempt", attempt == null ? null : attempt.number())
        .param("to", to.name())
        .param("theirs", theirNumber)
        .query((row, n) -> new Settled(row.getBoolean("settled"), row.getBoolean("followed")))
        .single();
  }

  /** The end of an attempt: its number, and its outcome in one word. */
  public record Ended(int number, String outcome) {}

  /**
   * What an answer did to a delivery.
   *
   * @param settled false when it was settled or cancelled before
   * @param followed whether other deliveries of the case wait behind
   */
  public record Settled(boolean settled, boolean followed) {}

  /** Releases the case's next delivery at this back-end; the caller holds the case's lock. */
  public boolean openNext(CaseNumber number, String backEnd, Instant now) {
    return jdbc.sql(
                """
                update delivery set state = 'WAITING', reason = null, reason_key = null, reason_args = null,
                  due_at = :now, changed_at = :now
                where case_number = :number and state = 'BEHIND' and sequence = (
                  select min(sequence) from delivery where case_number = :number and back_end = :backEnd
                    and state in ('BEHIND', 'WAITING', 'SENDING', 'UNCONFIRMED', 'PARKED'))
                """)
            .param("now", utc(now))
            .param("number", number.value())
            .param("backEnd", backEnd)
            .update()
        == 1;
  }

  /** Takes a delivery out of its lane without a try: earlier tries and their doubt stay. */
  public void putBack(DeliveryId id, Instant now) {
    jdbc.sql(
            """
            update delivery set published = false, due_at = ?, node = null, changed_at = ?
            where case_number = ? and sequence = ? and state = 'WAITING'
            """)
        .param(utc(now))
        .param(utc(now))
        .param(id.caseNumber().value())
        .param(id.sequence())
        .update();
  }

  /** Back to waiting until {@code due}. */
  public boolean release(DeliveryId id, Instant due, Waiting why, Instant now) {
    return jdbc.sql(
                """
                update delivery set state = 'WAITING', published = false, due_at = ?, reason = ?, reason_key = null,
                  reason_args = null, error_code = ?,
                  doubtful = ?, node = null, tries = case ? when 'FORGOTTEN' then 0 when 'LESS_ONE' then greatest(tries - 1, 0) else tries end, changed_at = ?
                where case_number = ? and sequence = ? and state in ('WAITING', 'SENDING', 'PARKED', 'UNCONFIRMED')
                """)
            .param(utc(due))
            .param(why.reason())
            .param(why.errorCode())
            .param(why.doubtful())
            .param(why.tries().name())
            .param(utc(now))
            .param(id.caseNumber().value())
            .param(id.sequence())
            .update()
        == 1;
  }

  /**
   * Why a delivery waits, whether its last attempt may have arrived, and what becomes of the tries
   * that its limit counts.
   */
  public record Waiting(
      @Nullable String reason, @Nullable String errorCode, boolean doubtful, Tries tries) {
    /** Waits to be sent, and has certainly not arrived. */
    public static Waiting toBeSent() {
      return new Waiting(null, null, false, Tries.KEPT);
    }
  }

  public enum Tries {
    KEPT,
    /** a person has decided to start again */
    FORGOTTEN,
    /** the last attempt says nothing about this delivery */
    LESS_ONE
  }

  /** Parks the delivery, whole, with its reason. */
  public boolean park(
      DeliveryId id, DeliveryState to, Problem problem, boolean doubtful, Instant now) {
    return jdbc.sql(
                """
                update delivery set state = ?, published = false, reason = ?, reason_key = null,
                  reason_args = null, error_code = ?, doubtful = ?,
                  node = null, changed_at = ?
                where case_number = ? and sequence = ? and state in ('WAITING', 'SENDING')
                """)
            .param(to.name())
            .param(problem.what())
            .param(problem.code())
            .param(doubtful)
            .param(utc(now))
            .param(id.caseNumber().value())
            .param(id.sequence())
            .update()
        == 1;
  }

  /** Cancels a delivery; {@code onlyUntouched}: unless an attempt of it has begun. */
  public boolean cancel(DeliveryId id, StoredText reason, boolean onlyUntouched, Instant now) {
    return jdbc.sql(
                """
                update delivery set state = 'CANCELLED', published = false, reason = ?, reason_key = ?,
                  reason_args = cast(? as jsonb), changed_at = ?
                where case_number = ? and sequence = ?
                  and case when ? then state = 'WAITING' and attempts = 0
                           else state in ('BEHIND', 'WAITING', 'PARKED', 'UNCONFIRMED') end
                """)
            .param(reason.text())
            .param(key(reason.message()))
            .param(arguments(reason.message()))
            .param(utc(now))
            .param(id.caseNumber().value())
            .param(id.sequence())
            .param(onlyUntouched)
            .update()
        == 1;
  }

  private static @Nullable String key(@Nullable KeyedMessage reason) {
    return reason == null ? null : reason.key();
  }

  private static @Nullable String arguments(@Nullable KeyedMessage reason) {
    return reason == null ? null : MessageArguments.write(reason.arguments());
  }
}
