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
class AttemptsTest {
  private static final DeliveryId ID = DeliveryId.parse("310104-20180702-000482/1");

  private final AttemptBooks books = mock(AttemptBooks.class);
  private final Turns turns = mock(Turns.class);
  private final Openings openings = mock(Openings.class);
  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());
  private Attempts attempts;

  @BeforeEach
  void oneDeliveryInTheLane() {
    AttemptTable table = mock(AttemptTable.class);
    Loaded row = mock(Loaded.class);
    given(row.backEnd()).willReturn("housing");
    given(table.load(any(), anyInt())).willReturn(Optional.of(row));
    Connectors connectors = mock(Connectors.class);
    given(connectors.active("housing")).willReturn(Connectors.shipped("housing"));
    attempts =
        new Attempts(
            table,
            new Handover(),
            mock(LaneOutages.class),
            books,
            mock(Joining.class),
            mock(OutboxRelay.class),
            connectors,
            mock(Mappings.class),
            turns,
            openings,
            mock(BusinessClock.class),
            "node");
    exchange.getMessage().setHeader("HubDelivery", ID.toString());
    exchange.getMessage().setHeader("HubPublish", 1);
  }

  @Test
  void aDeliveryWhoseTurnDoesNotComeGoesBackWithItsTries() {
    given(turns.await(any(), any())).willReturn(false);

    attempts.begin(exchange);

    verify(books).closed(ID);
    verify(books, never()).begin(any(), any(), anyInt(), any(), any());
  }

  @Test
  void aLaneThatClosedWhileADeliveryWaitedForItsTurnIsClosed() {
    given(turns.await(any(), any())).willReturn(true);

    attempts.begin(exchange);

    var order = inOrder(turns, openings);
    order.verify(turns).await(any(), any());
    order.verify(openings).open(any());
    verify(books).closed(ID);
  }
}
