package city.tongban.connector;

import city.tongban.clock.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The limits of calls to one back-end.
 *
 * @param timeout how long one call may take, from the first byte sent to the last one read
 * @param connectTimeout how long opening the connection may take
 * @param attempts tries before the delivery is parked
 * @param concurrency calls at the same time
 * @param rate calls per second over all consumers of a node, evenly spaced; null for no limit
 * @param requestBytes longest request that the department accepts; null where it states none
 * @param answerBytes longest answer that the hub reads
 * @param backOffFirst wait before the second try; doubled for each further one
 * @param backOffMax longest wait
 */
public record Limits(
    Duration timeout,
    Duration connectTimeout,
    int attempts,
    int concurrency,
    @Nullable Double rate,
    @Nullable Long requestBytes,
    long answerBytes,
    Duration backOffFirst,
    Duration backOffMax) {
  private static final double RATE_MIN = 0.1;
  private static final double RATE_MAX = 1000;

  public Limits {
    if (timeout.isNegative() || timeout.isZero() || connectTimeout.isZero()) {
      throw new IllegalArgumentException("limits.timeout must be longer than nothing");
    }
    if (attempts < 1 || concurrency < 1 || answerBytes < 1) {
      throw new IllegalArgumentException(
          "limits.attempts, concurrency and answerSize must be at least 1");
    }
    if (rate != null && !(rate >= RATE_MIN && rate <= RATE_MAX)) {
      throw new IllegalArgumentException("limits.rate is calls in a second, from 0.1 to 1000");
    }
    if (requestBytes != null && requestBytes < 1) {
      throw new IllegalArgumentException("limits.requestSize must be at least 1");
    }
    if (backOffFirst.compareTo(backOffMax) > 0) {
      throw new IllegalArgumentException("limits.backOff.first is longer than limits.backOff.max");
    }
  }

  /** How long to wait before the next try. */
  public Duration pause(int tries) {
    return new Backoff(backOffFirst, backOffMax).after(tries, ThreadLocalRandom.current());
  }
}
