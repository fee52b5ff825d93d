package city.tongban.notice;

import city.tongban.clock.BusinessClock;
import city.tongban.concurrent.WakeableLoop;
import city.tongban.node.NodeProperties;
import city.tongban.notice.WebhookBulkhead.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts a run for every webhook with something due, as long as the bulkhead has places. A new
 * notice and a place that comes free wake it; by itself it looks for due times and for other nodes'
 * rows.
 */
@Component
class WebhookDispatcher implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

  /** How late due times and other nodes' rows may be noticed. */
  private static final Duration INTERVAL = Duration.ofMillis(250);

  /** Lets a burst gather, so that one claim serves many receivers. */
  private static final Duration GATHER = Duration.ofMillis(4);

  private final PushTable pushes;
  private final ReceiverRun receiverRun;
  private final PushProperties limits;
  private final BusinessClock clock;
  private final String node;
  private final WebhookBulkhead bulkhead;
  private final WakeableLoop loop =
      new WakeableLoop("webhook-dispatcher", INTERVAL, GATHER, everything -> dispatchDue());
  private volatile @Nullable ExecutorService senders;

  WebhookDispatcher(
      PushTable pushes,
      ReceiverRun receiverRun,
      PushProperties limits,
      BusinessClock clock,
      NodeProperties properties) {
    this.pushes = pushes;
    this.receiverRun = receiverRun;
    this.limits = limits;
    this.clock = clock;
    this.node = properties.node();
    this.bulkhead = new WebhookBulkhead(limits.concurrency(), limits.slowConcurrency());
  }

  /** Announces that something may be due now. */
  void wake() {
    loop.wake();
  }

  private void dispatchDue() {
    ExecutorService pool = senders;
    if (pool != null) {
      dispatch(pool, false);
      dispatch(pool, true);
    }
  }

  private void dispatch(ExecutorService pool, boolean probing) {
    int free = bulkhead.free(probing);
    if (free == 0) {
      return;
    }
    Instant now = clock.wall();
    for (PushLease lease : pushes.claim(probing, free, node, now, now.plus(limits.lease()))) {
      Optional<Permit> permit = bulkhead.enter(probing);
      if (permit.isPresent()) {
        pool.execute(() -> run(lease, permit.get()));
      } else {
        pushes.giveBack(lease, now); // a push that became slow meanwhile has taken the place
      }
    }
  }

  private void run(PushLease lease, Permit permit) {
    try (permit) {
      receiverRun.push(lease, permit);
    } catch (RuntimeException e) {
      LOG.warn(
          "the outcome of a push to {} was not recorded; it is due again later",
          lease.receiver(),
          e);
    } finally {
      loop.wake();
    }
  }

  @Override
  public synchronized void start() {
    int left = pushes.disown(node, clock.wall());
    if (left > 0) {
      LOG.info("{} webhooks were being pushed to when this node last stopped", left);
    }
    AtomicInteger number = new AtomicInteger();
    senders =
        Executors.newFixedThreadPool(
            limits.concurrency() + limits.slowConcurrency(),
            task -> new Thread(task, "push-" + number.incrementAndGet()));
    loop.start();
  }

  /** Pushes under way may end; one that does not in time is sent again at the next start. */
  @Override
  public synchronized void stop() {
    loop.stop();
    ExecutorService pool = senders;
    if (pool == null) {
      return;
    }
    pool.shutdown();
    try {
      if (!pool.awaitTermination(2, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }
}
