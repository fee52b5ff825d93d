package city.tongban.delivery.batch;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.node.NodeProperties;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the files of back-ends that take batches: one call of {@code begin} is one attempt. */
@Component
public class BatchAttemptService {
  private static final Logger LOG = LoggerFactory.getLogger(BatchAttemptService.class);

  /** How late a node's outcome may be beyond the upload's time-outs before it is orphaned. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** Connect, write, rename and flag may each take the connector's time-out. */
  private static final int STEPS_OF_UPLOAD = 4;

  private final BatchAssembler assembler;
  private final BatchRecorder recorder;
  private final BatchTable table;
  private final Connectors connectors;
  private final BusinessClock clock;
  private final String node;

  BatchAttemptService(
      BatchAssembler assembler,
      BatchRecorder recorder,
      BatchTable table,
      Connectors connectors,
      BusinessClock clock,
      NodeProperties properties) {
    this.assembler = assembler;
    this.recorder = recorder;
    this.table = table;
    this.connectors = connectors;
    this.clock = clock;
    this.node = properties.node();
  }

  /**
   * Closes the batch whose hour has come, settles orphaned attempts, and commits that an attempt of
   * the first closed batch begins.
   *
   * @return empty when no closed batch is due
   */
  public Optional<BatchAttempt> begin(String backEnd) {
    Connector connector = connectors.active(backEnd);
    assembler.closeDue(connector);
    recorder.settleOrphans(connector);
    Duration lease = connector.limits().timeout().multipliedBy(STEPS_OF_UPLOAD).plus(GRACE);
    return recorder.begin(connector, node, lease);
  }

  public void accepted(BatchAttempt attempt) {
    recorder.sent(attempt);
  }

  /**
   * Commits a failure.
   *
   * @param attempt null when the failure came before an attempt began
   */
  public void failed(@Nullable BatchAttempt attempt, Throwable failure) {
    if (attempt == null) {
      LOG.warn("due batches could not be read; they stay due: {}", failure.toString());
      return;
    }
    recorder.failed(attempt, known(failure));
  }

  /** Before any lane starts: the attempts that this node left unfinished are in doubt. */
  public void disownAtStart() {
    int found = table.disown(node, clock.wall());
    if (found > 0) {
      LOG.info("{} uploads were under way when this node last stopped", found);
    }
  }

  private static HubException known(Throwable failure) {
    int index = ExceptionUtils.indexOfType(failure, HubException.class);
    if (index >= 0) {
      return (HubException) ExceptionUtils.getThrowables(failure)[index];
    }
    return Outage.of("HUB-4011", "the hub itself failed while it sent a file")
        .inDoubt()
        .because(failure.getClass().getSimpleName())
        .fix("read the hub's log; the same file is sent again")
        .causedBy(failure);
  }
}
