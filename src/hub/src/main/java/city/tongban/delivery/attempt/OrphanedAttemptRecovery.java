package city.tongban.delivery.attempt;

import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connectors;
import city.tongban.delivery.outbox.Outbox;
import city.tongban.node.NodeProperties;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds attempts whose node died, and settles each as its connector declares for doubt. */
@Component
public class OrphanedAttemptRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedAttemptRecovery.class);
  private static final int PAGE = 50;

  private final AttemptTable table;
  private final Outbox outbox;
  private final AttemptRecorder recorder;
  private final Connectors connectors;
  private final BusinessClock clock;
  private final TransactionTemplate transaction;
  private final String node;

  OrphanedAttemptRecovery(
      AttemptTable table,
      Outbox outbox,
      AttemptRecorder recorder,
      Connectors connectors,
      BusinessClock clock,
      TransactionTemplate transaction,
      NodeProperties properties) {
    this.table = table;
    this.outbox = outbox;
    this.recorder = recorder;
    this.connectors = connectors;
    this.clock = clock;
    this.transaction = transaction;
    this.node = properties.node();
  }

  /**
   * Before any lane starts: the attempts that this node left unfinished are in doubt, and what it
   * had claimed for a lane is due, both at once instead of at the end of a lease.
   */
  public void disownAtStart() {
    int claimed = outbox.disown(node, clock.wall());
    if (claimed > 0) {
      LOG.info("{} deliveries were in or before a lane when this node last stopped", claimed);
    }
    int found = table.disown(node, clock.wall());
    if (found > 0) {
      LOG.info(
          "{} attempts were under way when this node last stopped; each is being settled", found);
    }
  }

  @Scheduled(fixedDelay = 1000)
  public void recover() {
    int found;
    do {
      found = recoverPage();
    } while (found == PAGE);
  }

  private int recoverPage() {
    Integer found =
        transaction.execute(
            status -> {
              List<AttemptTable.Orphan> orphans = table.orphans(clock.wall(), PAGE);
              orphans.forEach(o -> recorder.orphaned(o, connectors.active(o.backEnd())));
              return orphans.size();
            });
    return found == null ? 0 : found;
  }
}
