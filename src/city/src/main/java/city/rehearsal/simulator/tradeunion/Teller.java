package city.rehearsal.simulator.tradeunion;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leaves notices on the queue of decisions, one after the other, until the broker keeps them. */
final class Teller implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final long PAUSE_MILLIS = 500;

  private final ApplicationStore store;
  private final Mailbox mailbox;
  private final Spoiler spoiler;
  private final Faults faults;
  private final DelayQueue<Errand> errands = new DelayQueue<>();
  private final Thread thread = new Thread(this::work, "trade-union-teller");

  Teller(ApplicationStore store, Mailbox mailbox, Faults faults) {
    this.store = store;
    this.mailbox = mailbox;
    this.faults = faults;
    this.spoiler = new Spoiler(faults);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** There may be something new to say about an entry. */
  void tell(long number) {
    if (Notice.next(store.get(number)).isPresent()) {
      long late = faults.onResult(FaultKind.LATE_RESULT).map(Faults.Injection::millis).orElse(0L);
      in(late, () -> tellAll(number));
    }
  }

  /** Somebody asks again: everything that was said is said again, unchanged. */
  void again(long number) {
    in(
        0,
        () -> {
          StoredMessage entry = store.get(number);
          for (Notice notice : Notice.of(entry)) {
            if (entry.acknowledged().contains(notice.word())) {
              leave(notice);
            }
          }
        });
  }

  void tell(Notice notice) {
    in(0, () -> leave(notice));
  }

  /**
   * What lay among the dead under a notice's id, if it is one of the book's, told as it should be.
   */
  boolean repair(String noticeId, String applicationNo) {
    Optional<Notice> notice =
        store.find(applicationNo).stream()
            .flatMap(entry -> Notice.of(entry).stream())
            .filter(one -> one.id().equals(noticeId))
            .findFirst();
    notice.ifPresent(
        one ->
            in(
                PAUSE_MILLIS,
                () -> mailbox.leave(one, one.text().getBytes(StandardCharsets.UTF_8))));
    return notice.isPresent();
  }

  private void tellAll(long number) throws ClientException {
    for (Optional<Notice> next = next(number); next.isPresent(); next = next(number)) {
      String word = next.get().word();
      leave(next.get());
      store.update(number, entry -> entry.acknowledge(word));
    }
  }

  private Optional<Notice> next(long number) {
    return Notice.next(store.get(number));
  }

  private void leave(Notice notice) throws ClientException {
    mailbox.leave(notice, spoiler.text(notice));
    if (faults.onResult(FaultKind.DUPLICATE_RESULT).isPresent()) {
      mailbox.leave(notice, notice.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void in(long millis, Telling telling) {
    errands.add(new Errand(telling, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis)));
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Errand errand = errands.take();
        try {
          errand.telling().run();
        } catch (ClientException e) {
          LOG.debug("a notice is told again later: {}", e.toString());
          in(PAUSE_MILLIS, errand.telling());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private interface Telling {
    void run() throws ClientException;
  }

  private record Errand(Telling telling, long dueNanos) implements Delayed {
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
