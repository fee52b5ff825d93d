package city.tongban.delivery.lane;

import city.tongban.connector.Connector;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Keeps each lane's calls within {@code limits.rate}, over all consumers of this node. A delivery
 * that waits here has begun no attempt and uses up no tries.
 */
@Component
public class LaneRateLimiter {
  /** How late a shutdown of the hub may be noticed. */
  private static final Duration SLICE = Duration.ofMillis(250);

  private final Map<String, RateLimiter> limiters = new ConcurrentHashMap<>();

  /**
   * Waits until the caller may make its call.
   *
   * @param stopping whether the hub is shutting down
   * @return false when the hub shuts down, or the thread is interrupted, before that
   */
  public boolean await(Connector lane, BooleanSupplier stopping) {
    Double rate = lane.limits().rate();
    if (rate == null || lane.batch() != null) { // joining a batch is no call
      return true;
    }
    RateLimiter limiter =
        limiters.computeIfAbsent(lane.backEnd(), x -> new RateLimiter(System::nanoTime));
    long end = System.nanoTime() + limiter.reserve(rate).toNanos();
    try {
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        if (stopping.getAsBoolean()) {
          return false;
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(left, SLICE.toNanos()));
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
