package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Refusal;
import city.tongban.transport.jms.DuplicateRefusal;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results from a queue of a department, by AMQP and by JMS. */
@TestsRoute(
    files = {"2-call.camel.yaml", "transports/amqp.camel.yaml", "transports/jms.camel.yaml"},
    ids = {"transport-amqp-results", "transport-jms-results"})
class QueueResultsRouteTest extends RouteTestSupport {
  /** Stands for the bean that checks messages. */
  public final class Reader extends Recorder {
    public void read(Exchange exchange) throws Exception {
      step("read", exchange);
    }

    public void putAside(Exchange exchange) throws Exception {
      step("putAside", exchange);
    }

    public void giveBack(Exchange exchange) throws Exception {
      step("giveBack", exchange);
    }
  }

  private MockEndpoint taken;
  private MockEndpoint refused;

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("inlet", new Reader());
  }

  private void start(String transport) throws Exception {
    addRoute(
        "transport-" + transport + "-results",
        "results",
        Map.of(
            "backEnd", "housing",
            "version", "v1",
            "line", "line",
            "reader", "reader",
            "inlet", "inlet",
            "answers", "results"));
    advise("results", "direct:result-message*");
    context.start();
    taken = getMockEndpoint("mock:direct:result-message");
    refused = getMockEndpoint("mock:direct:result-message-refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp", "jms"})
  void aMessageIsReadAndHandedOnWithTheNameOfItsBackEnd(String transport) throws Exception {
    start(transport);
    taken.expectedBodiesReceived("result");
    taken.expectedHeaderReceived("HubBackEnd", "housing");
    refused.expectedMessageCount(0);

    Exchange exchange = send("result", Map.of("HubBackEnd", "forged"));

    assertThat(exchange.getException()).isNull();
    assertThat(steps).containsExactly("read");
    MockEndpoint.assertIsSatisfied(taken, refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp", "jms"})
  void aRefusalIsRecordedBeforeTheMessageIsMovedAside(String transport) throws Exception {
    start(transport);
    Refusal refusal = Refusal.of("HUB-5001", "no such delivery");
    taken.whenAnyExchangeReceived(
        exchange -> {
          throw refusal;
        });
    refused.expectedMessageCount(1);
    refused.expectedPropertyReceived(Exchange.EXCEPTION_CAUGHT, refusal);

    Exchange exchange = send("result", Map.of());

    assertThat(exchange.getException()).isNull();
    assertThat(steps).containsExactly("read", "putAside");
    refused.assertIsSatisfied();
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp", "jms"})
  void aFailureOfTheHubReachesTheBrokersConsumerUnchanged(String transport) throws Exception {
    start(transport);
    IllegalStateException away = new IllegalStateException("the database is away");
    taken.whenAnyExchangeReceived(
        exchange -> {
          throw new IllegalStateException("first");
        });
    refused.whenAnyExchangeReceived(
        exchange -> {
          throw away;
        });

    Exchange exchange = send("result", Map.of());

    assertThat(failure(exchange)).isSameAs(away);
    assertThat(steps).containsExactly("read");
    assertThat(taken.getReceivedCounter()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = "jms")
  void aRefusalThatWasRecordedBeforeOnlyRollsBack(String transport) throws Exception {
    start(transport);
    failAt("read", new DuplicateRefusal());
    refused.expectedMessageCount(0);

    send("result", Map.of());

    assertThat(steps).containsExactly("read", "giveBack");
    refused.assertIsSatisfied();
  }
}
