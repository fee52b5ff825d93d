package city.tongban.notice;

import city.tongban.canonical.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Reads and writes {@code web_hook} for centres and operators; {@link PushTable} does for the push.
 */
@Repository
class WebhookTable {
  private static final String VIEW =
      "receiver, url, state, taken, last, tries, due_at, reason, error_code, changed_at";

  private final JdbcClient jdbc;

  WebhookTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The number of the receiver's last notice. Locks the receiver's row, and inserts it if there is
   * none, so that a notice is written before or after the caller's transaction and never during it.
   */
  long lockLast(String receiver) {
    jdbc.sql("insert into notice_receiver (receiver, last) values (?, 0) on conflict do nothing")
        .param(receiver)
        .update();
    return jdbc.sql("select last from notice_receiver where receiver = ? for update")
        .param(receiver)
        .query(Long.class)
        .single();
  }

  /** Registers or changes a webhook; a parked one goes on, and a push under way loses its lease. */
  void put(String receiver, String url, long taken, long last, Instant now) {
    jdbc.sql(
            """
            insert into web_hook (receiver, url, state, taken, last, due_at, claim, made_at, changed_at)
            values (:receiver, :url, 'ACTIVE', :taken, :last,
              case when :last > :taken then cast(:now as timestamptz) end, nextval('web_hook_claim'), :now, :now)
            on conflict (receiver) do update set url = excluded.url, state = 'ACTIVE', taken = excluded.taken,
              last = excluded.last, due_at = excluded.due_at, claim = excluded.claim, node = null, tries = 0,
              probed = false, reason = null, error_code = null, changed_at = excluded.changed_at
            """)
        .param("receiver", receiver)
        .param("url", url)
        .param("taken", taken)
        .param("last", last)
        .param("now", utc(now))
        .update();
  }

  boolean remove(String receiver) {
    return jdbc.sql("delete from web_hook where receiver = ?").param(receiver).update() == 1;
  }

  Optional<Webhook> find(String receiver) {
    return jdbc.sql("select " + VIEW + " from web_hook where receiver = ?")
        .param(receiver)
        .query(WebhookTable::view)
        .optional();
  }

  /** The longest unmoved first; all states when none is named. */
  List<Webhook> inState(@Nullable WebhookState state, int limit) {
    String where = state == null ? "" : " where state = :state";
    StatementSpec query =
        jdbc.sql("select " + VIEW + " from web_hook" + where + " order by changed_at limit :limit")
            .param("limit", limit);
    return (state == null ? query : query.param("state", state.name()))
        .query(WebhookTable::view)
        .list();
  }

  /**
   * Pushes again at once, with the tries counted anew, after skipping {@code skipped} notices;
   * false when no notice waits for that.
   */
  boolean release(String receiver, int skipped, Instant now) {
    return jdbc.sql(
                """
                update web_hook set state = 'ACTIVE', taken = taken + :skipped, tries = 0, reason = null,
                  error_code = null, changed_at = :now,
                  due_at = case when last > taken + :skipped then cast(:now as timestamptz) end
                where receiver = :receiver
                  and (state = 'PARKED' or :skipped = 0 and state = 'ACTIVE' and tries > 0 and node is null)
                """)
            .param("receiver", receiver)
            .param("skipped", skipped)
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** Stops the pushes to a receiver, with the reason; only the holder of the lease can. */
  boolean park(PushLease lease, WebhookState state, Problem problem, int tries, Instant now) {
    return jdbc.sql(
                """
                update web_hook set state = ?, tries = ?, due_at = null, node = null, probed = true, reason = ?,
                  error_code = ?, changed_at = ?
                where receiver = ? and claim = ?
                """)
            .param(state.name())
            .param(tries)
            .param(problem.what())
            .param(problem.code())
            .param(utc(now))
            .param(lease.receiver())
            .param(lease.number())
            .update()
        == 1;
  }

  private static Webhook view(ResultSet row, int n) throws SQLException {
    return new Webhook(
        row.getString("receiver"),
        row.getString("url"),
        WebhookState.valueOf(row.getString("state")),
        row.getLong("taken"),
        row.getLong("last"),
        row.getInt("tries"),
        instant(row.getObject("due_at", OffsetDateTime.class)),
        row.getString("reason"),
        row.getString("error_code"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
