package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Refusal;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/mllp.camel.yaml"},
    ids = "transport-mllp-results")
class MllpResultsRouteTest extends RouteTestSupport {
  private boolean alreadyRecorded;
  private MockEndpoint taken;
  private MockEndpoint refused;

  /** Stands for the bean that checks messages and writes acknowledgements. */
  public final class Reader extends Recorder {
    public void read(Exchange exchange) throws Exception {
      step("read", exchange);
    }

    public void accept(Exchange exchange) throws Exception {
      step("accept", exchange);
      exchange.getMessage().setBody("AA");
    }

    public boolean isNew(Exchange exchange) {
      return !alreadyRecorded;
    }

    public void refuse(Exchange exchange) throws Exception {
      step("refuse", exchange);
      exchange.getMessage().setBody("AE");
    }

    public void askAgain(Exchange exchange) throws Exception {
      step("askAgain", exchange);
      exchange.getMessage().setBody("AE 206");
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("tls", MllpTransportRouteTest.tls());
    registry.bind("setup", new Reader());
  }

  @BeforeEach
  void startWithoutAPort() throws Exception {
    addRoute(
        "transport-mllp-results",
        "results",
        Map.of(
            "backEnd", "health",
            "version", "v1",
            "listen", "127.0.0.1:1",
            "tls", "tls",
            "setup", "setup",
            "connectTimeout", 1000,
            "timeout", 2000,
            "answerBytes", 65536));
    advise("results", "direct:result-message*");
    context.start();
    taken = getMockEndpoint("mock:direct:result-message");
    refused = getMockEndpoint("mock:direct:result-message-refused");
  }

  @Test
  void aMessageIsAcceptedAfterItWasTaken() throws Exception {
    taken.expectedBodiesReceived("ORU");
    taken.expectedHeaderReceived("HubBackEnd", "health");
    taken.whenAnyExchangeReceived(exchange -> steps.add("taken"));

    assertThat(answer()).isEqualTo("AA");
    assertThat(steps).containsExactly("read", "taken", "accept");
    taken.assertIsSatisfied();
  }

  @Test
  void aRefusalIsRecordedBeforeItIsTheAnswer() throws Exception {
    refuseWith(Refusal.of("HUB-5001", "no such delivery"));
    refused.whenAnyExchangeReceived(exchange -> steps.add("recorded"));
    refused.expectedMessageCount(1);

    assertThat(answer()).isEqualTo("AE");
    assertThat(steps).containsExactly("read", "recorded", "refuse");
    refused.assertIsSatisfied();
  }

  @Test
  void aRefusalThatWasRecordedBeforeIsOnlyTheAnswer() throws Exception {
    refuseWith(Refusal.of("HUB-5001", "no such delivery"));
    alreadyRecorded = true;
    refused.expectedMessageCount(0);

    assertThat(answer()).isEqualTo("AE");
    refused.assertIsSatisfied();
  }

  @Test
  void aFailureOfTheHubAsksTheDepartmentToSendTheMessageAgain() {
    IllegalStateException away = new IllegalStateException("the database is away");
    refuseWith(away);
    refused.whenAnyExchangeReceived(
        exchange -> {
          throw away;
        });

    assertThat(answer()).isEqualTo("AE 206");
    assertThat(steps).containsExactly("read", "askAgain");
    assertThat(taken.getReceivedCounter()).isEqualTo(1);
  }

  private void refuseWith(Exception failure) {
    taken.whenAnyExchangeReceived(
        exchange -> {
          throw failure;
        });
  }

  private Object answer() {
    Exchange exchange = send("ORU", Map.of());
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage().getBody();
  }
}
