package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One tick makes at most one attempt to send one file, and every failure is recorded. */
@TestsRoute(
    files = {"0-errors.camel.yaml", "2-call.camel.yaml", "4-delivery.camel.yaml"},
    ids = "batches")
class BatchRouteTest extends RouteTestSupport {
  /** Stands for {@code DeliveryRouteSteps}. */
  public final class BatchSteps extends Recorder {
    public void beginBatch(Exchange exchange) throws Exception {
      step("begin", exchange);
    }

    public void batchAccepted(Exchange exchange) throws Exception {
      step("accepted", exchange);
    }

    public void batchFailed(Exchange exchange) throws Exception {
      step("failed", exchange);
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("deliveryRouteSteps", new BatchSteps());
  }

  @BeforeEach
  void startWithoutTimerAndTransport() throws Exception {
    addRoute("batches", "batches-housing", Map.of("backEnd", "housing"));
    advise("batches-housing", "direct:call*");
    context.start();
  }

  @Test
  void aBatchThatIsDueIsSentOnceAndRecorded() throws Exception {
    MockEndpoint call = getMockEndpoint("mock:direct:call");
    call.expectedMessageCount(1);
    call.expectedHeaderReceived("HubBackEnd", "housing");
    call.expectedHeaderReceived("HubCall", "line");
    on("begin", exchange -> exchange.getMessage().setHeader("HubCall", "line"));

    send(null, Map.of());

    call.assertIsSatisfied();
    assertThat(steps).containsExactly("begin", "accepted");
  }

  @Test
  void aTickWithoutADueBatchCallsNobody() throws Exception {
    MockEndpoint call = getMockEndpoint("mock:direct:call");
    call.expectedMessageCount(0);
    on("begin", exchange -> exchange.setRouteStop(true));

    send(null, Map.of());

    call.assertIsSatisfied();
    assertThat(steps).containsExactly("begin");
  }

  @Test
  void aFailureOfTheCallIsRecordedAndNotTriedAgainByCamel() throws Exception {
    MockEndpoint call = failing("mock:direct:call", new ConnectException("refused"));

    Exchange exchange = send(null, Map.of());

    call.assertIsSatisfied();
    assertThat(exchange.getException()).isNull();
    assertThat(steps).containsExactly("begin", "failed");
  }
}
