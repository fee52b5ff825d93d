package city.tongban.notice;

import city.tongban.clock.BusinessClock;
import city.tongban.notice.WebhookBulkhead.Permit;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gives every web-hook with something due its turn, as long as there are slots. Woken by news and
 * by slots that come free; looks by itself for due times and for other nodes' rows.
 */
@Component
class WebhookDispatcher implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatcher.class);

  /** How late due times and other nodes' rows may be noticed; as the deliveries' outbox does. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** Lets a burst gather, so that one claim serves many receivers. */
  private static final Duration GATHER = Duration.ofMillis(4);

  private final PushTable pushes;
  private final ReceiverRun turn;
  private final PushProperties limits;
  private final BusinessClock clock;
  private final String node;
  private final WebhookBulkhead bulkhead;
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private @Nullable ExecutorService senders;

  WebhookDispatcher(
      PushTable pushes,
      ReceiverRun turn,
      PushProperties limits,
      BusinessClock clock,
      @Value("${hub.node}") String node) {
    this.pushes = pushes;
    this.turn = turn;
    this.limits = limits;
    this.clock = clock;
    this.node = node;
    this.bulkhead = new WebhookBulkhead(limits.slots(), limits.probes());
  }

  /** Something may be due now. */
  void wake() {
    news.release();
  }

  private void run(ExecutorService pool) {
    while (thread == Thread.currentThread()) {
      try {
        if (news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
          news.drainPermits();
        }
        begin(pool, false);
        begin(pool, true);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("notices could not be pushed; they stay due: {}", e.toString());
      }
    }
  }

  private void begin(ExecutorService pool, boolean probing) {
    int free = bulkhead.free(probing);
    if (free == 0) {
      return;
    }
    Instant now = clock.wall();
    for (PushLease claim : pushes.claim(probing, free, node, now, now.plus(limits.lease()))) {
      Permit permit = bulkhead.take(probing);
      if (permit == null) {
        pushes.giveBack(claim, now); // a push became slow meanwhile and has it
      } else {
        pool.execute(() -> take(claim, permit));
      }
    }
  }

  private void take(PushLease claim, Permit permit) {
    try {
      turn.take(claim, permit);
    } catch (RuntimeException e) {
      LOG.warn("a push to {} was not entered; it is due again later", claim.receiver(), e);
    } finally {
      permit.give();
      wake();
    }
  }

  @Override
  public synchronized void start() {
    int left = pushes.disown(node, clock.wall());
    if (left > 0) {
      LOG.info("{} web-hooks were being pushed to when this node last stopped", left);
    }
    AtomicInteger number = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            limits.slots() + limits.probes(),
            task -> new Thread(task, "push-" + number.incrementAndGet()));
    Thread dispatcher = new Thread(() -> run(pool), "pusher");
    dispatcher.setDaemon(true);
    senders = pool;
    thread = dispatcher;
    dispatcher.start();
  }

  /** What is under way may end; what does not in time is sent again at the next start. */
  @Override
  public synchronized void stop() {
    Thread dispatcher = thread;
    thread = null;
    if (dispatcher != null && senders != null) {
      dispatcher.interrupt();
      senders.shutdown();
      try {
        dispatcher.join(LOOK_EVERY.toMillis() * 20);
        if (!senders.awaitTermination(2, TimeUnit.SECONDS)) {
          senders.shutdownNow();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
