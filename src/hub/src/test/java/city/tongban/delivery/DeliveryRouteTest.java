package city.tongban.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route file as it is: one consumption is one attempt, and every failure reaches the books. */
class DeliveryRouteTest extends CamelTestSupport {
  private final Steps steps = new Steps();
  private MockEndpoint transport;

  /** Stands where {@link Deliveries} stands and writes down which steps the route took. */
  public static class Steps {
    final List<String> taken = new ArrayList<>();
    boolean stale;
    boolean booksAreClosed;

    public void begin(Exchange exchange) {
      taken.add("begin");
      exchange.setRouteStop(stale);
      exchange.getMessage().setHeader("HubBackEnd", "housing");
      exchange.getMessage().setHeader("HubConnectorVersion", "v1");
    }

    public void accepted(Exchange exchange) {
      taken.add("accepted");
    }

    public void failed(Exchange exchange) {
      taken.add("failed");
      if (booksAreClosed) {
        throw new IllegalStateException("the database is away");
      }
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("deliveryRouteSteps", steps);
  }

  @BeforeEach
  void load() throws Exception {
    var loader = PluginHelper.getRoutesLoader(context);
    var resources = PluginHelper.getResourceLoader(context);
    for (String file : List.of("0-errors.camel.yaml", "4-delivery.camel.yaml")) {
      loader.loadRoutes(resources.resolveResource("file:" + Path.of("routes", file)));
    }
    context.addRoutes(
        new org.apache.camel.builder.RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler()); // as the transport templates say
            from("direct:transport-housing-v1").to("mock:housing");
          }
        });
    transport = getMockEndpoint("mock:housing");
  }

  @Test
  void anAnswerIsBookedAfterOneCall() throws Exception {
    transport.expectedMessageCount(1);

    template.sendBody("direct:delivery", null);

    transport.assertIsSatisfied();
    assertThat(steps.taken).containsExactly("begin", "accepted");
  }

  @Test
  void aBackEndThatResetsTheLineGetsOneCallAndTheFailureIsBooked() throws Exception {
    transport.whenAnyExchangeReceived(
        call -> {
          throw new ConnectException("no answer");
        });
    transport.expectedMessageCount(1);

    template.sendBody("direct:delivery", null);

    transport.assertIsSatisfied();
    assertThat(steps.taken).containsExactly("begin", "failed");
  }

  @Test
  void aStalePublishCallsNobody() throws Exception {
    steps.stale = true;
    transport.expectedMessageCount(0);

    template.sendBody("direct:delivery", null);

    transport.assertIsSatisfied();
    assertThat(steps.taken).containsExactly("begin");
  }

  @Test
  void aTransportThatIsNotThereIsAFailureAtOnceAndNotAThreadThatWaits() throws Exception {
    context
        .getRouteController()
        .stopRoute(context.getRoutes().get(context.getRoutesSize() - 1).getId());

    template.sendBody("direct:delivery", null);

    assertThat(steps.taken).containsExactly("begin", "failed");
  }

  @Test
  void whatCannotEvenBeBookedGoesBackToTheQueue() {
    steps.booksAreClosed = true;
    transport.whenAnyExchangeReceived(
        call -> {
          throw new ConnectException("no answer");
        });

    assertThatThrownBy(() -> template.sendBody("direct:delivery", null))
        .isInstanceOf(CamelExecutionException.class);
  }
}
