package city.tongban.delivery.outbox;

import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.lane.LaneCircuitBreaker;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.delivery.outbox.Outbox.Claimed;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes what is due into its lane. The publish number is committed first; if the broker then
 * fails, or forgets, the row is due again when its lease ends.
 */
@Component
public class OutboxRelay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

  /** How late the business clock's steps, other nodes' rows and due times may be noticed. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** How long a broker that took nothing is left alone. */
  private static final Duration BROKER_PAUSE = Duration.ofSeconds(1);

  /** Lets a burst gather, so that one claim and one journal sync serve many deliveries. */
  private static final Duration GATHER = Duration.ofMillis(5);

  /** Messages of a lane on their way, for each of its consumers. */
  private static final int WINDOW_PER_CONSUMER = 8;

  private final Outbox outbox;
  private final LaneCircuitBreaker circuitBreaker;
  private final PublishedRowCache published;
  private final Connectors connectors;
  private final OpeningHours openingHours;
  private final BusinessClock clock;
  private final JmsTemplate lanes;
  private final String node;
  private final Set<String> woken = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private volatile @Nullable Thread thread;

  OutboxRelay(
      Outbox outbox,
      LaneCircuitBreaker circuitBreaker,
      PublishedRowCache published,
      Connectors connectors,
      OpeningHours openingHours,
      BusinessClock clock,
      JmsTemplate lanes,
      @Value("${hub.node}") String node) {
    this.outbox = outbox;
    this.circuitBreaker = circuitBreaker;
    this.published = published;
    this.connectors = connectors;
    this.openingHours = openingHours;
    this.clock = clock;
    this.lanes = lanes;
    this.node = node;
  }

  /** Something of this lane may be due now. */
  public void wake(String backEnd) {
    woken.add(backEnd);
    news.release();
  }

  /** A consumer has taken one: a lane that is half empty is filled again. */
  public void taken(Connector lane) {
    if (published.waiting(lane.backEnd()) <= window(lane) / 2) {
      wake(lane.backEnd());
    }
  }

  /** The same, once the caller's transaction has committed. */
  public void wakeAfterCommit(String backEnd) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            wake(backEnd);
          }
        });
  }

  /** Publishes all that is due. */
  public void publishDue() {
    published.forget(clock.wall());
    circuitBreaker.refresh();
    connectors.all().forEach(this::publishDue);
  }

  private void publishDue(Connector lane) {
    if (!openingHours.open(lane)) {
      return;
    }
    if (circuitBreaker.of(lane.backEnd()).isPresent()) {
      probe(lane);
      return;
    }
    Instant now = clock.wall();
    List<Claimed> due = claim(lane, window(lane), now);
    if (!due.isEmpty()) {
      publish(lane, due, now);
    }
  }

  /** Sends one delivery of a lane that stands to see whether it is still so. */
  private void probe(Connector lane) {
    Instant now = clock.wall();
    // one call in an empty lane; a node that dies with it must not hold the lane for long
    if (!circuitBreaker.claimProbe(
        lane.backEnd(), now, now.plus(lane.limits().timeout().multipliedBy(2)))) {
      return;
    }
    List<Claimed> due = claim(lane, 1, now);
    if (due.isEmpty()) {
      circuitBreaker.probeAt(lane.backEnd(), now);
    } else {
      circuitBreaker.probeIs(lane.backEnd(), due.get(0).message());
      publish(lane, due, now);
    }
  }

  private List<Claimed> claim(Connector lane, int window, Instant now) {
    return outbox.claim(lane.backEnd(), window, node, now, now.plus(lease(lane)));
  }

  private void publish(Connector lane, List<Claimed> due, Instant now) {
    published.put(due, now);
    publish(lane, due.stream().map(Claimed::message).toList());
  }

  private static int window(Connector lane) {
    int most = lane.limits().concurrency() * WINDOW_PER_CONSUMER;
    Double rate = lane.limits().rate();
    // no more than get their turn in half of their lease
    return rate == null
        ? most
        : (int) Math.max(1, Math.min(most, rate * lease(lane).toSeconds() / 2));
  }

  private void publish(Connector lane, List<LaneMessage> due) {
    try {
      lanes.execute(session -> send(session, lane.backEnd(), due), false);
    } catch (JmsException e) {
      outbox.giveBack(due, clock.wall().plus(BROKER_PAUSE));
      throw e;
    }
  }

  /** The longest that a message may lie in a full lane, and as much again. */
  private static Duration lease(Connector lane) {
    return lane.limits().timeout().multipliedBy(2L * WINDOW_PER_CONSUMER);
  }

  private static int send(Session session, String backEnd, List<LaneMessage> due)
      throws JMSException {
    try (MessageProducer lane =
        session.createProducer(session.createQueue("hub.delivery." + backEnd))) {
      for (LaneMessage one : due) {
        Message message = session.createMessage();
        message.setStringProperty("HubDelivery", one.id().toString());
        message.setIntProperty("HubPublish", one.publish());
        message.setStringProperty("_AMQ_DUPL_ID", one.duplicateId());
        lane.send(message);
      }
      session.commit();
    }
    return due.size();
  }

  private void run() {
    long lastLook = 0;
    while (thread == Thread.currentThread()) {
      try {
        boolean called = news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (called && System.nanoTime() - lastLook < LOOK_EVERY.toNanos()) {
          TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
          publishWoken();
        } else {
          publishDue();
          lastLook = System.nanoTime();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("the outbox could not be published; it stays due: {}", e.toString());
      }
    }
  }

  private void publishWoken() {
    news.drainPermits();
    for (String backEnd : Set.copyOf(woken)) {
      woken.remove(backEnd); // before the look, so that news that come meanwhile are not missed
      Connector lane = connectors.active(backEnd);
      if (published.waiting(backEnd)
          < window(lane)) { // a full lane is filled when it is half empty
        publishDue(lane);
      }
    }
  }

  @Override
  public void start() {
    Thread relay = new Thread(this::run, "outbox-relay");
    relay.setDaemon(true);
    thread = relay;
    relay.start();
  }

  @Override
  public void stop() {
    Thread relay = thread;
    thread = null;
    if (relay != null) {
      news.release();
      join(relay);
    }
  }

  private static void join(Thread relay) {
    try {
      relay.join(LOOK_EVERY.toMillis() * 20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
