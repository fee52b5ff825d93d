package city.tongban.concurrent;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Lets a limited number of callers in at once; the others wait in the order in which they came. */
public final class Bulkhead {
  private final Semaphore places;
  private final Duration maxWait;

  /**
   * Creates an empty bulkhead.
   *
   * @param places how many callers may be inside at once
   * @param maxWait how long a caller waits for a place; zero: not at all
   */
  public Bulkhead(int places, Duration maxWait) {
    this.places = new Semaphore(places, true);
    this.maxWait = maxWait;
  }

  /** A caller's place, until it is closed. */
  public final class Permit implements AutoCloseable {
    private final AtomicBoolean held = new AtomicBoolean(true);

    private Permit() {}

    @Override
    public void close() {
      if (held.getAndSet(false)) {
        places.release();
      }
    }
  }

  /**
   * Does work once there is a place for it.
   *
   * @param full what is thrown when no place came free in time
   */
  public <T> T call(Supplier<T> work, Supplier<? extends RuntimeException> full) {
    Permit permit = enter().orElseThrow(full);
    try {
      return work.get();
    } finally {
      permit.close();
    }
  }

  /** Enters; empty when no place came free in time, or the thread was interrupted. */
  public Optional<Permit> enter() {
    try {
      return places.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)
          ? Optional.of(new Permit())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** How many callers wait now. */
  public int waiting() {
    return places.getQueueLength();
  }

  /** How many places are free now. */
  public int free() {
    return places.availablePermits();
  }
}
