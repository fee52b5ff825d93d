package city.tongban.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import city.tongban.connector.Connector;
import city.tongban.connector.ShippedConnectors;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LaneRateLimiterTest {
  private static final Connector SLOW =
      ShippedConnectors.with("housing", Map.of("attempts: 5", "attempts: 5\n  rate: 0.1"));

  private final CamelContext camel = mock(CamelContext.class);
  private final Exchange exchange = mock(Exchange.class);
  private final LaneRateLimiter rateLimiter = new LaneRateLimiter();

  @BeforeEach
  void running() {
    given(exchange.getContext()).willReturn(camel);
  }

  @Test
  @Timeout(5)
  void whoWouldWaitLongerThanTheHubRunsHasNoTurn() {
    assertThat(rateLimiter.await(SLOW, exchange)).isTrue(); // the first one waits for nobody
    given(camel.isStopping()).willReturn(true);

    assertThat(rateLimiter.await(SLOW, exchange)).isFalse();
  }

  @Test
  @Timeout(5)
  void anInterruptEndsTheWaitAndIsKept() {
    rateLimiter.await(SLOW, exchange);
    Thread.currentThread().interrupt();

    assertThat(rateLimiter.await(SLOW, exchange)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @Timeout(5)
  void aBackEndWithoutARateAndFilesAreNotHeldUp() {
    Connector files =
        ShippedConnectors.with(
            "medical-insurance", Map.of("attempts: 8", "attempts: 8\n  rate: 0.1"));

    for (int i = 0; i < 3; i++) {
      assertThat(rateLimiter.await(ShippedConnectors.with("housing", Map.of()), exchange)).isTrue();
      assertThat(rateLimiter.await(files, exchange)).isTrue();
    }
  }
}
