package city.rehearsal.simulator.office;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Rings the hub until it has heard: in order per filing, filings beside each other, for ever.
 *
 * <p>A filing has at most one errand, in the queue or on the line, so its results cannot overtake
 * each other.
 */
public final class WebHooks implements Closeable {
  /**
   * One call of the web-hook; the same result always has the same id and the same text.
   *
   * @param word what the book says when it has been told
   */
  public record Result(String word, String id, String body) {}

  private static final int LINES = 6;
  private static final long PAUSE_MILLIS_MIN = 250;
  private static final long PAUSE_MILLIS_MAX = 8_000;

  private final Book book;
  private final Faults faults;
  private final String name;
  private final HubLine hub;
  private final Function<Entry, Optional<Result>> next;
  private final Predicate<String> twice;
  private final DelayQueue<Errand> errands = new DelayQueue<>();
  private final Set<Long> underway = ConcurrentHashMap.newKeySet();
  private final List<Thread> lines = new ArrayList<>();

  /**
   * @param next the first result of an entry that nobody has acknowledged yet
   * @param twice whether a result rings twice, as it does now and then in the real city
   */
  public WebHooks(
      Office office, HubLine hub, Function<Entry, Optional<Result>> next, Predicate<String> twice) {
    this.book = office.book();
    this.faults = office.faults();
    this.name = office.backEnd() + "-web-hook-";
    this.hub = hub;
    this.next = next;
    this.twice = twice;
  }

  public void start() {
    for (int i = 0; i < LINES; i++) {
      Thread line = new Thread(this::work, name + i);
      line.setDaemon(true);
      line.start();
      lines.add(line);
    }
  }

  /** There may be something to tell about filing {@code number}. */
  public void ring(long number) {
    Optional<Result> result = next.apply(book.get(number));
    if (result.isPresent() && underway.add(number)) {
      long late = faults.onResult(FaultKind.LATE_RESULT).map(Faults.Strike::millis).orElse(0L);
      errands.add(new Errand(number, 0, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(late)));
    }
  }

  private void work() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        run(errands.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Errand errand) throws InterruptedException {
    long number = errand.number();
    Optional<Result> result = next.apply(book.get(number));
    if (result.isEmpty()) {
      finish(number);
    } else if (tell(number, result.get())) {
      if (twice(result.get())) {
        tell(number, result.get());
      }
      finish(number);
    } else {
      errands.add(errand.again());
    }
  }

  /**
   * Another result may have come while this one was told: whoever sees it last takes the errand.
   */
  private void finish(long number) {
    underway.remove(number);
    ring(number);
  }

  private boolean tell(long number, Result result) throws InterruptedException {
    boolean heard = hub.tell(result.body());
    if (heard) {
      book.change(number, entry -> entry.told(result.word()));
    }
    return heard;
  }

  private boolean twice(Result result) {
    return faults.onResult(FaultKind.DUPLICATE_RESULT).isPresent() || twice.test(result.id());
  }

  @Override
  public void close() {
    lines.forEach(Thread::interrupt);
  }

  private record Errand(long number, int failures, long dueNanos) implements Delayed {
    Errand again() {
      long pause = Math.min(PAUSE_MILLIS_MIN << Math.min(failures, 10), PAUSE_MILLIS_MAX);
      return new Errand(
          number, failures + 1, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause));
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.signum(
          dueNanos - ((Errand) other).dueNanos); // nanoTime may wrap, a difference does not
    }
  }
}
