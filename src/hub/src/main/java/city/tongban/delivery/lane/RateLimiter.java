package city.tongban.delivery.lane;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Gives out turns evenly: never two within the time that one takes at the rate. */
public final class RateLimiter {
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private long next;

  /**
   * @param nanoTime as {@link System#nanoTime} tells it
   */
  RateLimiter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  /** How long the caller waits for the turn that is now his; nothing saved up is spent at once. */
  public synchronized Duration turn(double perSecond) {
    long now = nanoTime.getAsLong();
    if (next - now < 0) { // nano times are compared by difference
      next = now;
    }
    long wait = next - now;
    next += (long) (NANOS / perSecond);
    return Duration.ofNanos(wait);
  }
}
