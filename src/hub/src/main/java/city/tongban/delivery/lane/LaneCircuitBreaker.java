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
 * Holds back the deliveries of a back-end that is out of reach: its circuit breaker is open. A
 * delivery that waits uses up no tries. One delivery at a time is sent as a probe, and the first
 * that gets any answer closes the circuit breaker.
 *
 * <p>A row per open circuit breaker is the truth for all nodes. This node's copy is up to a quarter
 * of a second old and only decides whether the row is read.
 */
@Component
public class LaneCircuitBreaker {
  private static final Logger LOG = LoggerFactory.getLogger(LaneCircuitBreaker.class);

  private final JdbcClient jdbc;
  private volatile Map<String, LaneOutage> known = Map.of();

  LaneCircuitBreaker(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The outage of a back-end, as this node last read it; empty while the circuit breaker is closed.
   */
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
   * Records a call that did not reach the back-end. The first one opens the circuit breaker. A
   * failed probe postpones the next one. Failures of calls that were under way when it opened
   * change nothing. Joins the caller's transaction.
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
      LOG.warn(
          "{}: circuit breaker of lane {} is open; next probe in {}",
          problem.code(),
          lane.backEnd(),
          wait);
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
   * Closes the circuit breaker: the back-end has answered, whatever it said. Costs nothing while it
   * is closed. Joins the caller's transaction.
   *
   * @return whether it was open
   */
  public boolean close(String backEnd) {
    if (!known.containsKey(backEnd)) {
      return false;
    }
    boolean ended =
        jdbc.sql("delete from lane_outage where back_end = ?").param(backEnd).update() == 1;
    if (ended) {
      refreshAfterCommit();
      LOG.info("{} answers again; the circuit breaker of its lane is closed", backEnd);
    }
    return ended;
  }

  /**
   * Claims the probe that is due; one node only gets it.
   *
   * @param lease when the next probe is due if this node dies
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

  public void setProbe(String backEnd, LaneMessage message) {
    jdbc.sql("update lane_outage set probe = ? where back_end = ?")
        .param(message.duplicateId())
        .param(backEnd)
        .update();
  }

  /** Makes the next delivery the probe: nothing waited when the probe was due. */
  public void postponeProbe(String backEnd, Instant when) {
    jdbc.sql("update lane_outage set probe_at = ? where back_end = ? and probe is null")
        .param(utc(when))
        .param(backEnd)
        .update();
  }

  /**
   * Whether a message has to wait: the circuit breaker is open and the message is not its probe.
   */
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
