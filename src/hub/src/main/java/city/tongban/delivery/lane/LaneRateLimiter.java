package city.tongban.delivery.lane;

import city.tongban.connector.Connector;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Keeps each lane's calls within {@code limits.rate}, over all consumers of this node. Who waits
 * for a turn has not begun an attempt, and costs his delivery none.
 */
@Component
public class LaneRateLimiter {
  /** How late a stop of the hub may be noticed. */
  private static final Duration SLICE = Duration.ofMillis(250);

  private final Map<String, RateLimiter> paces = new ConcurrentHashMap<>();

  /** Returns when it is the caller's turn; false when the hub stops before. */
  public boolean await(Connector lane, BooleanSupplier stopping) {
    Double rate = lane.limits().rate();
    if (rate == null || lane.batch() != null) { // joining a batch is no call
      return true;
    }
    RateLimiter pace =
        paces.computeIfAbsent(lane.backEnd(), x -> new RateLimiter(System::nanoTime));
    long end = System.nanoTime() + pace.turn(rate).toNanos();
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
