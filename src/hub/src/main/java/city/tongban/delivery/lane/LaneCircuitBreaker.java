package city.tongban.delivery.lane;

import static city.tongban.delivery.outbox.DeliveryColumns.utc;

import city.tongban.canonical.Problem;
import city.tongban.connector.Connector;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The lanes whose back-end is known to be out of reach. What waits there costs no tries: one
 * delivery at a time goes to see, and the first that gets any answer opens the lane again.
 *
 * <p>The rows are the truth for all nodes. This node's picture of them is a moment old; it decides
 * only whether the rows are looked at.
 */
@Component
public class LaneCircuitBreaker {
  private static final Logger LOG = LoggerFactory.getLogger(LaneCircuitBreaker.class);

  private final JdbcClient jdbc;
  private volatile Map<String, LaneOutage> known = Map.of();

  LaneCircuitBreaker(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Why a lane stands, as this node last saw it. */
  public Optional<LaneOutage> outage(String backEnd) {
    return Optional.ofNullable(known.get(backEnd));
  }

  public void refresh() {
    known =
        jdbc
            .sql("select back_end, since, code, reason, probes, probe_at from lane_outage")
            .query(
                (row, n) ->
                    new LaneOutage(
                        row.getString("back_end"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("code"),
                        row.getString("reason"),
                        row.getInt("probes"),
                        row.getObject("probe_at", OffsetDateTime.class).toInstant()))
            .list()
            .stream()
            .collect(Collectors.toUnmodifiableMap(LaneOutage::backEnd, outage -> outage));
  }

  /**
   * A call found nobody, or was not let in. The first one closes the lane; a probe that fails puts
   * the next one off; those that were under way meanwhile change nothing. Joins the caller's
   * transaction.
   */
  public void recordFailure(Connector lane, Problem problem, Instant now) {
    int probes = probesSoFar(lane.backEnd());
    Duration wait = lane.limits().pause(probes + 1);
    int changed =
        jdbc.sql(
                """
                insert into lane_outage (back_end, since, code, reason, probes, probe_at)
                values (:backEnd, :now, :code, :reason, 0, :next)
                on conflict (back_end) do update set code = excluded.code, reason = excluded.reason,
                  probes = lane_outage.probes + 1, probe_at = excluded.probe_at, probe = null
                where lane_outage.probe is not null
                """)
            .param("backEnd", lane.backEnd())
            .param("now", utc(now))
            .param("code", problem.code())
            .param("reason", problem.what())
            .param("next", utc(now.plus(wait)))
            .update();
    if (changed == 1) {
      refreshAfterCommit();
      LOG.warn("{}: lane {} waits; look again in {}", problem.code(), lane.backEnd(), wait);
    }
  }

  private int probesSoFar(String backEnd) {
    return jdbc.sql("select probes from lane_outage where back_end = ?")
        .param(backEnd)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private void refreshAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            refresh();
          }
        });
  }

  /**
   * Somebody answered, whatever he said. Costs nothing while the lane is open. Joins the caller's
   * transaction.
   */
  public boolean close(String backEnd) {
    if (!known.containsKey(backEnd)) {
      return false;
    }
    boolean ended =
        jdbc.sql("delete from lane_outage where back_end = ?").param(backEnd).update() == 1;
    if (ended) {
      refreshAfterCommit();
      LOG.info("{} answers again; its lane goes on", backEnd);
    }
    return ended;
  }

  /**
   * Whether this node sends the probe that is due: only one does, and if it dies the next is due
   * after its lease.
   */
  public boolean claimProbe(String backEnd, Instant now, Instant lease) {
    return jdbc.sql(
                """
                update lane_outage set probe_at = ?, probe = null
                where back_end = ? and probe_at <= ?
                """)
            .param(utc(lease))
            .param(backEnd)
            .param(utc(now))
            .update()
        == 1;
  }

  public void probeIs(String backEnd, LaneMessage message) {
    jdbc.sql("update lane_outage set probe = ? where back_end = ?")
        .param(message.duplicateId())
        .param(backEnd)
        .update();
  }

  /** Nothing waited: whoever comes next is the probe. */
  public void probeAt(String backEnd, Instant when) {
    jdbc.sql("update lane_outage set probe_at = ? where back_end = ? and probe is null")
        .param(utc(when))
        .param(backEnd)
        .update();
  }

  /** Whether what was published has to wait, because its lane stands and it is not the probe. */
  public boolean holds(String backEnd, LaneMessage message) {
    if (!known.containsKey(backEnd)) {
      return false;
    }
    return jdbc.sql("select coalesce(probe, '') <> ? from lane_outage where back_end = ?")
        .param(message.duplicateId())
        .param(backEnd)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }
}
