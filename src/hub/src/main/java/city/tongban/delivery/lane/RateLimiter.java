package city.tongban.delivery.lane;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Spaces calls evenly: at four a second, two are never less than 250 ms apart. */
public final class RateLimiter {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private long next;

  /**
   * @param nanoTime {@link System#nanoTime}, or a test's own
   */
  RateLimiter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /** Reserves the next call and says how long to wait for it; unused time is not saved up. */
  public synchronized Duration reserve(double perSecond) {
    long now = nanoTime.getAsLong();
    if (next - now < 0) { // nano times are compared by difference
      next = now;
    }
    long wait = next - now;
    next += (long) (NANOS / perSecond);
    return Duration.ofNanos(wait);
  }
}
