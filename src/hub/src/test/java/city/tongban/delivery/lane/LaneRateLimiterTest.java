package city.tongban.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.connector.Connector;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LaneRateLimiterTest {
  private static final Connector SLOW =
      ShippedConnectors.with("housing", Map.of("attempts: 5", "attempts: 5\n  rate: 0.1"));

  private final AtomicBoolean stopping = new AtomicBoolean();
  private final LaneRateLimiter rateLimiter = new LaneRateLimiter();

  @Test
  @Timeout(60)
  void aWaitEndsWithoutPermissionWhenTheHubStops() {
    assertThat(rateLimiter.await(SLOW, stopping::get)).isTrue(); // the first call need not wait
    stopping.set(true);

    assertThat(rateLimiter.await(SLOW, stopping::get)).isFalse();
  }

  @Test
  @Timeout(60)
  void anInterruptEndsTheWaitAndIsKept() {
    rateLimiter.await(SLOW, stopping::get);
    Thread.currentThread().interrupt();

    assertThat(rateLimiter.await(SLOW, stopping::get)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @Timeout(60)
  void aBackEndWithoutARateAndABackEndOfBatchesAreNotHeldUp() {
    Connector files =
        ShippedConnectors.with(
            "medical-insurance", Map.of("attempts: 8", "attempts: 8\n  rate: 0.1"));
    Connector unlimited = ShippedConnectors.with("housing", Map.of());

    for (int i = 0; i < 20; i++) {
      assertThat(rateLimiter.await(unlimited, stopping::get)).isTrue();
      assertThat(rateLimiter.await(files, stopping::get)).isTrue();
    }
  }
}
