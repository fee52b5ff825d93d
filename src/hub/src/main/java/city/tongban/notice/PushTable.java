package city.tongban.notice;

import static city.tongban.notice.WebhookTable.utc;

import city.tongban.canonical.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The same rows as what is due to be pushed. A row that is claimed is due again when its lease
 * ends, so a node that dies loses nothing, and what it may have sent is sent once more.
 */
@Repository
class PushTable {
  private final JdbcClient jdbc;

  PushTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Claims receivers with something due. Among those that failed the longest dead come last: one
   * that was slow once does not wait for a thousand.
   *
   * @param probed those that failed or were slow the last time, or the others
   */
  List<PushLease> claim(boolean probed, int most, String node, Instant now, Instant lease) {
    return jdbc.sql(
            """
            with due as (
              select receiver from web_hook where probed = :probed and due_at <= :now
              order by tries, due_at limit :most for update skip locked)
            update web_hook w set claim = nextval('web_hook_claim'), node = :node, due_at = :lease
            from due where w.receiver = due.receiver
            returning w.receiver, w.url, w.claim, w.taken, w.tries
            """)
        .param("probed", probed)
        .param("now", utc(now))
        .param("most", most)
        .param("node", node)
        .param("lease", utc(lease))
        .query(
            (row, n) ->
                new PushLease(
                    row.getString("receiver"),
                    row.getString("url"),
                    row.getLong("claim"),
                    row.getLong("taken"),
                    row.getInt("tries")))
        .list();
  }

  /**
   * What became of a claim with the notice that was taken.
   *
   * @param ours whether the claim still held
   * @param next the claim on the notice behind it, when it was kept for that
   */
  record Taken(boolean ours, Optional<PushLease> next) {}

  /** The next notice was taken. With a {@code lease} and more to push the claim is kept. */
  Taken taken(PushLease claim, boolean slow, Optional<Instant> lease, Instant now) {
    PushLease next =
        new PushLease(
            claim.receiver(), claim.url(), claim.number(), claim.taken() + 1, /* tries= */ 0);
    return jdbc.sql(
            """
            update web_hook set taken = :taken, tries = 0, reason = null, error_code = null, changed_at = :now,
              probed = :slow, node = case when :keep and last > :taken then node end,
              due_at = case when last > :taken then cast(:due as timestamptz) end
            where receiver = :receiver and claim = :claim returning node is not null
            """)
        .param("taken", next.taken())
        .param("slow", slow)
        .param("keep", lease.isPresent())
        .param("due", utc(lease.orElse(now)))
        .param("now", utc(now))
        .param("receiver", claim.receiver())
        .param("claim", claim.number())
        .query(Boolean.class)
        .optional()
        .map(kept -> new Taken(true, kept ? Optional.of(next) : Optional.empty()))
        .orElse(new Taken(false, Optional.empty()));
  }

  /** Another try at a due time; false when the claim was lost. */
  boolean again(PushLease claim, Problem why, int tries, Instant due, Instant now) {
    return jdbc.sql(
                """
                update web_hook set tries = ?, probed = true, due_at = ?, node = null, reason = ?, error_code = ?,
                  changed_at = ?
                where receiver = ? and claim = ?
                """)
            .param(tries)
            .param(utc(due))
            .param(why.what())
            .param(why.code())
            .param(utc(now))
            .param(claim.receiver())
            .param(claim.number())
            .update()
        == 1;
  }

  /** Gives an unused claim back; what is still to be pushed is due at once. */
  void giveBack(PushLease claim, Instant now) {
    jdbc.sql(
            """
            update web_hook set node = null, due_at = case when last > taken then cast(? as timestamptz) end
            where receiver = ? and claim = ?
            """)
        .param(utc(now))
        .param(claim.receiver())
        .param(claim.number())
        .update();
  }

  /** A node that starts holds no claim, whatever the rows say. */
  int disown(String node, Instant now) {
    return jdbc.sql("update web_hook set node = null, due_at = ? where node = ?")
        .param(utc(now))
        .param(node)
        .update();
  }
}
