package city.rehearsal.simulator.health;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.Faults.Injection;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the hub with each decision, one after the other, until it has acknowledged it. */
final class Teller implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final String WORD = "ORU";
  private static final long PAUSE_MILLIS_MIN = 250;
  private static final long PAUSE_MILLIS_MAX = 8_000;

  private final ApplicationStore store;
  private final Faults faults;
  private final HubDoor hub;
  private final DelayQueue<Errand> errands = new DelayQueue<>();
  private final Thread thread = new Thread(this::work, "health-teller");

  Teller(ApplicationStore store, Faults faults, HubDoor hub) {
    this.store = store;
    this.faults = faults;
    this.hub = hub;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** There may be something to tell about an entry. */
  void tell(long number) {
    if (isNews(store.get(number))) {
      long late = faults.onResult(FaultKind.LATE_RESULT).map(Injection::millis).orElse(0L);
      errands.add(Errand.in(late, number, 0));
    }
  }

  private static boolean isNews(StoredMessage entry) {
    return entry.status().decided() && !entry.acknowledged().contains(WORD);
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        run(errands.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      hub.close();
    }
  }

  private void run(Errand errand) {
    StoredMessage entry = store.get(errand.number());
    if (!isNews(entry)) {
      return;
    }
    try {
      if (told(entry)) {
        store.update(entry.number(), now -> now.acknowledge(WORD));
        return;
      }
    } catch (IOException e) {
      LOG.debug("the hub is called again: {}", e.toString());
    }
    long pause = Math.min(PAUSE_MILLIS_MIN << Math.min(errand.failures(), 10), PAUSE_MILLIS_MAX);
    errands.add(Errand.in(pause, errand.number(), errand.failures() + 1));
  }

  private boolean told(StoredMessage entry) throws IOException {
    Letter letter = Letter.decision(entry);
    if (faults.onResult(FaultKind.LOST_ACKNOWLEDGEMENT).isPresent()) {
      hub.callAndHangUp(letter);
      return false;
    }
    if (faults.onResult(FaultKind.UNKNOWN_LINE).isPresent()) {
      hub.call(letter.nobodys(entry.message().deliveryId()));
    }
    if (faults.onResult(FaultKind.DUPLICATE_RESULT).isPresent()) {
      hub.call(letter);
    }
    return hub.call(letter);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private record Errand(long dueNanos, long number, int failures) implements Delayed {
    static Errand in(long millis, long number, int failures) {
      return new Errand(
          System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis), number, failures);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.signum(dueNanos - ((Errand) other).dueNanos); // nanoTime may wrap
    }
  }
}
