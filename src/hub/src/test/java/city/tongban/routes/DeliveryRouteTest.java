package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;

/** One consumption is one attempt, and every failure is recorded. */
@TestsRoute(
    files = {"0-errors.camel.yaml", "4-delivery.camel.yaml"},
    ids = "delivery")
class DeliveryRouteTest extends RouteTestSupport {
  /** Stands for {@code DeliveryRouteSteps}. */
  public final class DeliverySteps extends Recorder {
    public void begin(Exchange exchange) throws Exception {
      step("begin", exchange);
    }

    public void accepted(Exchange exchange) throws Exception {
      step("accepted", exchange);
    }

    public void failed(Exchange exchange) throws Exception {
      step("failed", exchange);
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("deliveryRouteSteps", new DeliverySteps());
  }

  private MockEndpoint withoutATransport() throws Exception {
    AdviceWith.adviceWith(
        context, "delivery", advice -> advice.mockEndpointsAndSkip("direct:call*"));
    context.start();
    return getMockEndpoint("mock:direct:call");
  }

  @Test
  void anAnswerIsRecordedAfterOneCall() throws Exception {
    MockEndpoint call = withoutATransport();
    call.expectedMessageCount(1);
    call.expectedHeaderReceived("HubBackEnd", "housing");
    on("begin", exchange -> exchange.getMessage().setHeader("HubBackEnd", "housing"));

    send("direct:delivery", null, Map.of());

    call.assertIsSatisfied();
    assertThat(steps).containsExactly("begin", "accepted");
  }

  @Test
  void aBackEndThatResetsTheConnectionGetsOneCallAndTheFailureIsRecorded() throws Exception {
    withoutATransport();
    MockEndpoint call = failing("mock:direct:call", new ConnectException("no answer"));

    Exchange exchange = send("direct:delivery", null, Map.of());

    call.assertIsSatisfied();
    assertThat(exchange.getException()).isNull();
    assertThat(steps).containsExactly("begin", "failed");
  }

  @Test
  void aStalePublishCallsNobody() throws Exception {
    MockEndpoint call = withoutATransport();
    call.expectedMessageCount(0);
    on("begin", exchange -> exchange.setRouteStop(true));

    send("direct:delivery", null, Map.of());

    call.assertIsSatisfied();
    assertThat(steps).containsExactly("begin");
  }

  @Test
  void aCallRouteThatDoesNotRunIsAFailureAtOnceAndNotAThreadThatWaits() throws Exception {
    context.start();

    send("direct:delivery", null, Map.of());

    assertThat(steps).containsExactly("begin", "failed");
  }

  @Test
  void aFailureThatCannotBeRecordedGoesBackToTheQueue() throws Exception {
    withoutATransport();
    failing("mock:direct:call", new ConnectException("no answer"));
    IllegalStateException away = new IllegalStateException("the database is away");
    failAt("failed", away);

    assertThat(failure(send("direct:delivery", null, Map.of()))).isSameAs(away);
  }
}
