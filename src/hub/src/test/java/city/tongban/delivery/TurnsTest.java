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

class TurnsTest {
  private static final Connector SLOW =
      ShippedConnectors.with("housing", Map.of("attempts: 5", "attempts: 5\n  rate: 0.1"));

  private final CamelContext camel = mock(CamelContext.class);
  private final Exchange exchange = mock(Exchange.class);
  private final Turns turns = new Turns();

  @BeforeEach
  void running() {
    given(exchange.getContext()).willReturn(camel);
  }

  @Test
  @Timeout(5)
  void whoWouldWaitLongerThanTheHubRunsHasNoTurn() {
    assertThat(turns.await(SLOW, exchange)).isTrue(); // the first one waits for nobody
    given(camel.isStopping()).willReturn(true);

    assertThat(turns.await(SLOW, exchange)).isFalse();
  }

  @Test
  @Timeout(5)
  void anInterruptEndsTheWaitAndIsKept() {
    turns.await(SLOW, exchange);
    Thread.currentThread().interrupt();

    assertThat(turns.await(SLOW, exchange)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  @Timeout(5)
  void aBackEndWithoutARateAndFilesAreNotHeldUp() {
    Connector files =
        ShippedConnectors.with(
            "medical-insurance", Map.of("attempts: 8", "attempts: 8\n  rate: 0.1"));

    for (int i = 0; i < 3; i++) {
      assertThat(turns.await(ShippedConnectors.with("housing", Map.of()), exchange)).isTrue();
      assertThat(turns.await(files, exchange)).isTrue();
    }
  }
}
