package city.tongban.clock;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubling from {@code first} up to {@code max}, less up to a
 * fifth by chance, so that ten thousand that failed together do not come back together.
 */
public record Backoff(Duration first, Duration max) {

  public Duration after(int tries, RandomGenerator random) {
    int doublings = Math.min(Math.max(tries - 1, 0), 30);
    long millis = Math.min(first.toMillis() << doublings, max.toMillis());
    return Duration.ofMillis(millis - random.nextLong(millis / 5 + 1));
  }
}
