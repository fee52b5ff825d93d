package city.tongban.delivery.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.DeliveryId;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connectors;
import city.tongban.delivery.batch.BatchAssembler;
import city.tongban.delivery.lane.LaneCircuitBreaker;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.lane.LaneRateLimiter;
import city.tongban.delivery.lane.OpeningHours;
import city.tongban.delivery.outbox.OutboxRelay;
import city.tongban.delivery.outbox.PublishedRowCache;
import city.tongban.mapping.Mappings;
import city.tongban.node.NodeProperties;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps an attempt from beginning costs the delivery none of its tries. */
class AttemptStarterTest {
  private static final DeliveryId ID = DeliveryId.parse("310104-20180702-000482/1");
  private static final LaneMessage MESSAGE = new LaneMessage(ID, 1);

  private final AttemptRecorder recorder = mock(AttemptRecorder.class);
  private final LaneRateLimiter rateLimiter = mock(LaneRateLimiter.class);
  private final OpeningHours openingHours = mock(OpeningHours.class);
  private AttemptStarter starter;

  @BeforeEach
  void oneDeliveryInTheLane() {
    AttemptTable table = mock(AttemptTable.class);
    LoadedDelivery row = mock(LoadedDelivery.class);
    given(row.backEnd()).willReturn("housing");
    given(table.load(MESSAGE)).willReturn(Optional.of(row));
    Connectors connectors = mock(Connectors.class);
    given(connectors.active("housing")).willReturn(ShippedConnectors.shipped("housing"));
    starter =
        new AttemptStarter(
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
            new NodeProperties(Path.of("data"), Path.of("secrets"), "node", null));
  }

  @Test
  void aDeliveryThatTheRateLimiterDoesNotLetGoIsPutBackWithItsTries() {
    given(rateLimiter.await(any(), any())).willReturn(false);

    assertThat(starter.prepare(MESSAGE, () -> false)).isEmpty();

    verify(recorder).putBack(ID);
    verify(recorder, never()).begin(any(), any(), any());
  }

  @Test
  void openingHoursAreCheckedAfterTheWaitForTheRateLimiter() {
    given(rateLimiter.await(any(), any())).willReturn(true);

    assertThat(starter.prepare(MESSAGE, () -> false)).isEmpty();

    var order = inOrder(rateLimiter, openingHours);
    order.verify(rateLimiter).await(any(), any());
    order.verify(openingHours).open(any());
    verify(recorder).putBack(ID);
  }
}
