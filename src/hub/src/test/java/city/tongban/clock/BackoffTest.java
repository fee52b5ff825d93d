package city.tongban.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

  @Test
  void doublesFromTheFirstWaitUpToTheLongest() {
    RandomGenerator never = neverEarly();

    assertThat(BACKOFF.after(1, never)).isEqualTo(Duration.ofSeconds(1));
    assertThat(BACKOFF.after(4, never)).isEqualTo(Duration.ofSeconds(8));
    assertThat(BACKOFF.after(9, never)).isEqualTo(Duration.ofSeconds(256));
    assertThat(BACKOFF.after(10, never)).isEqualTo(Duration.ofMinutes(5));
    assertThat(BACKOFF.after(1000, never)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void chanceTakesAtMostAFifth() {
    Random random = new Random(7);

    for (int i = 0; i < 1000; i++) {
      assertThat(BACKOFF.after(4, random))
          .isBetween(Duration.ofMillis(6400), Duration.ofMillis(8000));
    }
  }

  private static RandomGenerator neverEarly() {
    return () -> 0L;
  }
}
