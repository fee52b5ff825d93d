package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lane of one back-end takes ids from its queue and makes attempts of them. */
@TestsRoute(
    files = {"0-errors.camel.yaml", "4-delivery.camel.yaml"},
    ids = "lane")
class LaneRouteTest extends RouteTestSupport {
  /** Stands for {@code DeliveryRouteSteps}. */
  public final class LaneSteps extends Recorder {
    public void refuseMessageWithBody(Exchange exchange) throws Exception {
      step("refuse", exchange);
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("deliveryRouteSteps", new LaneSteps());
  }

  @BeforeEach
  void startTheLaneWithoutAQueue() throws Exception {
    addRoute("lane", "lane-housing", Map.of("backEnd", "housing", "concurrency", 2));
    advise("lane-housing", "direct:delivery");
    context.start();
  }

  @Test
  void aMessageIsCheckedAndThenMakesOneAttempt() throws Exception {
    MockEndpoint delivery = getMockEndpoint("mock:direct:delivery");
    delivery.expectedMessageCount(1);
    delivery.expectedHeaderReceived("HubDelivery", "7");

    send(null, Map.of("HubDelivery", "7"));

    delivery.assertIsSatisfied();
    assertThat(steps).containsExactly("refuse");
  }

  @Test
  void aMessageThatIsRefusedMakesNoAttempt() throws Exception {
    MockEndpoint delivery = getMockEndpoint("mock:direct:delivery");
    delivery.expectedMessageCount(0);
    on("refuse", exchange -> exchange.setRouteStop(true));

    send("a body", Map.of());

    delivery.assertIsSatisfied();
  }

  @Test
  void aFailureGoesBackToTheQueueUnchangedAfterOneAttempt() throws Exception {
    IllegalStateException away = new IllegalStateException("the database is away");
    MockEndpoint delivery = failing("mock:direct:delivery", away);

    assertThat(failure(send(null, Map.of()))).isSameAs(away);
    delivery.assertIsSatisfied();
  }
}
