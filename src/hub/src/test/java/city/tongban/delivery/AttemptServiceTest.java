package city.tongban.delivery;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import city.tongban.canonical.DeliveryId;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connectors;
import city.tongban.delivery.AttemptTable.Loaded;
import city.tongban.mapping.Mappings;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes before an attempt costs none. */
class AttemptServiceTest {
  private static final DeliveryId ID = DeliveryId.parse("310104-20180702-000482/1");

  private final AttemptRecorder recorder = mock(AttemptRecorder.class);
  private final LaneRateLimiter rateLimiter = mock(LaneRateLimiter.class);
  private final OpeningHours openingHours = mock(OpeningHours.class);
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
  private AttemptService attempts;

  @BeforeEach
  void oneDeliveryInTheLane() {
    AttemptTable table = mock(AttemptTable.class);
    Loaded row = mock(Loaded.class);
    given(row.backEnd()).willReturn("housing");
    given(table.load(any(), anyInt())).willReturn(Optional.of(row));
    Connectors connectors = mock(Connectors.class);
    given(connectors.active("housing")).willReturn(Connectors.shipped("housing"));
    attempts =
        new AttemptService(
            table,
            new PublishedRowCache(),
            mock(LaneCircuitBreaker.class),
            recorder,
            mock(BatchAssembler.class),
            mock(OutboxRelay.class),
            connectors,
            mock(Mappings.class),
            rateLimiter,
            openingHours,
            mock(BusinessClock.class),
            "node");
    exchange.getMessage().setHeader("HubDelivery", ID.toString());
    exchange.getMessage().setHeader("HubPublish", 1);
  }

  @Test
  void aDeliveryWhoseTurnDoesNotComeGoesBackWithItsTries() {
    given(rateLimiter.await(any(), any())).willReturn(false);

    attempts.begin(exchange);

    verify(recorder).closed(ID);
    verify(recorder, never()).begin(any(), any(), anyInt(), any(), any());
  }

  @Test
  void aLaneThatClosedWhileADeliveryWaitedForItsTurnIsClosed() {
    given(rateLimiter.await(any(), any())).willReturn(true);

    attempts.begin(exchange);

    var order = inOrder(rateLimiter, openingHours);
    order.verify(rateLimiter).await(any(), any());
    order.verify(openingHours).open(any());
    verify(recorder).closed(ID);
  }
}
