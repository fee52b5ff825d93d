package city.tongban.notice;

import static city.tongban.notice.WebhookTable.utc;

import city.tongban.canonical.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox of the push, in the rows of {@code web_hook}. A claimed row is due again when its
 * lease ends: a node that dies loses nothing, and what it may have sent is sent once more.
 */
@Repository
class PushTable {
  private final JdbcClient jdbc;

  PushTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Claims receivers with something due. Those with the most failed tries come last, so that a
   * receiver that was slow once does not wait for a thousand dead ones.
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
   * What the acceptance of a notice did to the lease.
   *
   * @param held whether the lease was still valid
   * @param next the lease for the next notice, when it was kept for that
   */
  record Taken(boolean held, Optional<PushLease> next) {}

  /**
   * Records that the notice was accepted. With {@code until} and more to push the lease is kept.
   */
  Taken taken(PushLease lease, boolean slow, Optional<Instant> until, Instant now) {
    PushLease next =
        new PushLease(
            lease.receiver(), lease.url(), lease.number(), lease.taken() + 1, /* tries= */ 0);
    return jdbc.sql(
            """
            update web_hook set taken = :taken, tries = 0, reason = null, error_code = null, changed_at = :now,
              probed = :slow, node = case when :keep and last > :taken then node end,
              due_at = case when last > :taken then cast(:due as timestamptz) end
            where receiver = :receiver and claim = :claim returning node is not null
            """)
        .param("taken", next.taken())
        .param("slow", slow)
        .param("keep", until.isPresent())
        .param("due", utc(until.orElse(now)))
        .param("now", utc(now))
        .param("receiver", lease.receiver())
        .param("claim", lease.number())
        .query(Boolean.class)
        .optional()
        .map(kept -> new Taken(true, kept ? Optional.of(next) : Optional.empty()))
        .orElse(new Taken(false, Optional.empty()));
  }

  /** Sets the due time of another try; false when the lease was lost. */
  boolean again(PushLease lease, Problem why, int tries, Instant due, Instant now) {
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
            .param(lease.receiver())
            .param(lease.number())
            .update()
        == 1;
  }

  /** Gives an unused lease back; what is still to be pushed is due at once. */
  void giveBack(PushLease lease, Instant now) {
    jdbc.sql(
            """
            update web_hook set node = null, due_at = case when last > taken then cast(? as timestamptz) end
            where receiver = ? and claim = ?
            """)
        .param(utc(now))
        .param(lease.receiver())
        .param(lease.number())
        .update();
  }

  /** Ends the leases of a node that starts: it pushes nothing yet. */
  int disown(String node, Instant now) {
    return jdbc.sql("update web_hook set node = null, due_at = ? where node = ?")
        .param(utc(now))
        .param(node)
        .update();
  }
}
