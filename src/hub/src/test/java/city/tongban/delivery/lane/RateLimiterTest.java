package city.tongban.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // nano time may overflow
  private final RateLimiter limiter = new RateLimiter(nanos::get);

  @Test
  void callsAreSpacedEvenlyFromTheFirstOn() {
    List<Duration> waits = IntStream.range(0, 4).mapToObj(i -> limiter.reserve(4)).toList();

    assertThat(waits).extracting(Duration::toMillis).containsExactly(0L, 250L, 500L, 750L);
  }

  @Test
  void unusedTimeIsNotSavedUp() {
    limiter.reserve(4);
    nanos.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(limiter.reserve(4)).isZero();
    assertThat(limiter.reserve(4)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void anotherRateAppliesFromTheNextCallOn() {
    limiter.reserve(4);

    assertThat(limiter.reserve(1)).isEqualTo(Duration.ofMillis(250));
    assertThat(limiter.reserve(1)).isEqualTo(Duration.ofMillis(1250));
  }

  @Test
  void noIntervalHoldsMoreCallsThanTheRateAllows() {
    int taken = 0;
    for (int ms = 0; ms < 10_000; ms += 10) {
      if (limiter.reserve(5).compareTo(Duration.ofSeconds(10).minusMillis(ms)) < 0) {
        taken++;
      }
      nanos.addAndGet(Duration.ofMillis(10).toNanos());
    }

    assertThat(taken).isEqualTo(50);
  }
}
