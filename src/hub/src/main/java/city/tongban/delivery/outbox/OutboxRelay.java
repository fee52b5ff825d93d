package city.tongban.delivery.outbox;

import city.tongban.clock.BusinessClock;
import city.tongban.concurrent.WakeableLoop;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.lane.LaneCircuitBreaker;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.delivery.outbox.Outbox.Claimed;
import city.tongban.node.NodeProperties;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  /** How late the business clock's steps, other nodes' rows and due times may be noticed. */
  private static final Duration INTERVAL = Duration.ofMillis(250);

  /** How long the relay waits before it sends again to a broker that took nothing. */
  private static final Duration BROKER_PAUSE = Duration.ofSeconds(1);

  /** Lets a burst gather, so that one claim and one journal sync serve many deliveries. */
  private static final Duration GATHER = Duration.ofMillis(5);

  /** How many published messages of a lane may wait, for each of its consumers. */
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
  private final WakeableLoop loop = new WakeableLoop("outbox-relay", INTERVAL, GATHER, this::pass);

  OutboxRelay(
      Outbox outbox,
      LaneCircuitBreaker circuitBreaker,
      PublishedRowCache published,
      Connectors connectors,
      OpeningHours openingHours,
      BusinessClock clock,
      JmsTemplate lanes,
      NodeProperties properties) {
    this.outbox = outbox;
    this.circuitBreaker = circuitBreaker;
    this.published = published;
    this.connectors = connectors;
    this.openingHours = openingHours;
    this.clock = clock;
    this.lanes = lanes;
    this.node = properties.node();
  }

  /** Announces that something of this lane may be due now. */
  public void wake(String backEnd) {
    woken.add(backEnd);
    loop.wake();
  }

  /** Announces that a consumer has taken a message: a lane that is half empty is filled again. */
  public void taken(Connector lane) {
    if (published.waiting(lane.backEnd()) <= window(lane) / 2) {
      wake(lane.backEnd());
    }
  }

  /** Like {@link #wake}, once the caller's transaction has committed. */
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
    if (circuitBreaker.outage(lane.backEnd()).isPresent()) {
      probe(lane);
      return;
    }
    Instant now = clock.wall();
    List<Claimed> due = claim(lane, window(lane), now);
    if (!due.isEmpty()) {
      publish(lane, due, now);
    }
  }

  /** Sends one delivery into a lane whose circuit breaker is open, as its probe. */
  private void probe(Connector lane) {
    Instant now = clock.wall();
    // the probe is one call in an empty lane; a node that dies during it must not hold the lane
    // long
    if (!circuitBreaker.claimProbe(
        lane.backEnd(), now, now.plus(lane.limits().timeout().multipliedBy(2)))) {
      return;
    }
    List<Claimed> due = claim(lane, 1, now);
    if (due.isEmpty()) {
      circuitBreaker.postponeProbe(lane.backEnd(), now);
    } else {
      circuitBreaker.setProbe(lane.backEnd(), due.get(0).message());
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
    // no more than the rate limit lets go in half of their lease
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

  /** Twice the longest time that a message may wait in a full lane. */
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

  private void pass(boolean everything) {
    if (everything) {
      publishDue();
    } else {
      publishWoken();
    }
  }

  private void publishWoken() {
    for (String backEnd : Set.copyOf(woken)) {
      woken.remove(backEnd); // before the claim, so that a wake-up during it is not lost
      Connector lane = connectors.active(backEnd);
      if (published.waiting(backEnd)
          < window(lane)) { // a full lane is filled again when it is half empty
        publishDue(lane);
      }
    }
  }

  @Override
  public void start() {
    loop.start();
  }

  @Override
  public void stop() {
    loop.stop();
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }
}
