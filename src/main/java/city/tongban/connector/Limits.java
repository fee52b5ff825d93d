package city.tongban.connector;

import city.tongban.clock.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What one back-end bears, and how long we wait for it.
 *
 * @param timeout how long one call may take, from the first byte sent to the last one read
 * @param connectTimeout how long we knock before nobody is at home
 * @param attempts tries before the delivery is parked
 * @param concurrency calls at the same time
 * @param answerBytes longest answer that is read at all
 * @param backOffFirst wait before the second try; doubled for each further one
 * @param backOffMax longest wait
 */
public record Limits(
    Duration timeout,
    Duration connectTimeout,
    int attempts,
    int concurrency,
    long answerBytes,
    Duration backOffFirst,
    Duration backOffMax) {
  public Limits {
    if (timeout.isNegative() || timeout.isZero() || connectTimeout.isZero()) {
      throw new IllegalArgumentException("limits.timeout must be longer than nothing");
    }
    if (attempts < 1 || concurrency < 1 || answerBytes < 1) {
      throw new IllegalArgumentException(
          "limits.attempts, concurrency and answerSize must be at least 1");
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
