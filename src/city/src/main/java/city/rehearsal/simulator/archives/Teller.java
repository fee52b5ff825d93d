package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.ApplicationStore;
import city.rehearsal.simulator.core.FaultKind;
import city.rehearsal.simulator.core.Faults;
import city.rehearsal.simulator.core.StoredMessage;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves answers on the queue of whoever asked, one after the other, until the broker keeps them.
 */
final class Teller implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final long PAUSE_MILLIS = 500;

  private final ApplicationStore store;
  private final Postbox postbox;
  private final Spoiler spoiler;
  private final Faults faults;
  private final ScheduledExecutorService errands =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "archives-teller");
            thread.setDaemon(true);
            return thread;
          });

  Teller(ApplicationStore store, Postbox postbox, Faults faults) {
    this.store = store;
    this.postbox = postbox;
    this.faults = faults;
    this.spoiler = new Spoiler(faults);
  }

  /** There may be something new to say about an entry. */
  void tell(long number) {
    if (isUntold(store.get(number))) {
      long late = faults.onResult(FaultKind.LATE_RESULT).map(Faults.Injection::millis).orElse(0L);
      in(late, () -> tellOnce(number));
    }
  }

  /** Somebody asks again: what was answered is answered again, unchanged. */
  void again(StoredMessage entry) {
    if (!isUntold(entry)) {
      Answer.to(entry).ifPresent(this::tell);
    }
  }

  void tell(Answer answer) {
    in(0, () -> leave(spoiler.parcel(answer)));
  }

  /** Written again as it should be; a moment later, for whoever could not read it. */
  void repair(Answer answer) {
    in(PAUSE_MILLIS, () -> leave(Parcel.of(answer)));
  }

  private void tellOnce(long number) throws IOException {
    StoredMessage entry = store.get(number);
    if (!isUntold(entry)) {
      return;
    }
    Answer answer = Answer.to(entry).orElseThrow();
    leave(spoiler.parcel(answer));
    if (faults.onResult(FaultKind.DUPLICATE_RESULT).isPresent()) {
      leave(Parcel.of(answer));
    }
    store.update(number, before -> before.acknowledge(answer.result()));
  }

  private static boolean isUntold(StoredMessage entry) {
    return entry.acknowledged().isEmpty() && Answer.to(entry).isPresent();
  }

  private void leave(Parcel parcel) throws IOException {
    postbox.leave(Broker.ANSWERS, parcel::in);
  }

  private void in(long millis, Telling telling) {
    Future<?> unused = errands.schedule(() -> run(telling), millis, TimeUnit.MILLISECONDS);
  }

  private void run(Telling telling) {
    try {
      telling.run();
    } catch (IOException e) {
      LOG.debug("an answer is left again later: {}", e.toString());
      in(PAUSE_MILLIS, telling);
    }
  }

  @Override
  public void close() {
    errands.shutdownNow();
  }

  private interface Telling {
    void run() throws IOException;
  }
}
