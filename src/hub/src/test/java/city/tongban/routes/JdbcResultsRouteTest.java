package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Refusal;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/jdbc.camel.yaml"},
    ids = "transport-jdbc-results")
class JdbcResultsRouteTest extends RouteTestSupport {
  private MockEndpoint rows;
  private MockEndpoint taken;
  private MockEndpoint refused;
  private MockEndpoint days;

  /** Stands for the staging tables, with two rows and one day. */
  public final class Tables extends Recorder {
    public void claim(Exchange exchange) throws Exception {
      step("claim", exchange);
      exchange.getMessage().setBody(List.of("row 7", "row 8"));
    }

    public List<Integer> places(List<String> claimed) {
      return List.of(7, 8);
    }

    public void open(Exchange exchange) throws Exception {
      step("open " + exchange.getMessage().getBody(), exchange);
    }

    public void picked(Exchange exchange) throws Exception {
      step("picked " + exchange.getMessage().getBody(), exchange);
    }

    public void flagged(Exchange exchange) throws Exception {
      step("flagged " + exchange.getMessage().getBody(), exchange);
    }

    public void claimDays(Exchange exchange) throws Exception {
      step("claimDays", exchange);
      exchange.getMessage().setBody(List.of("day"));
    }

    public void dayPicked(Exchange exchange) throws Exception {
      step("dayPicked " + exchange.getMessage().getBody(), exchange);
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("tables", new Tables());
  }

  @BeforeEach
  void startWithoutATimer() throws Exception {
    addRoute(
        "transport-jdbc-results",
        "results",
        Map.of("backEnd", "housing", "version", "v1", "setup", "tables", "every", 60_000));
    advise("results", "direct:result-*");
    context.start();
    rows = getMockEndpoint("mock:direct:result-rows");
    taken = getMockEndpoint("mock:direct:result-message");
    refused = getMockEndpoint("mock:direct:result-message-refused");
    days = getMockEndpoint("mock:direct:result-day");
    days.whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader("HubSettled", true));
  }

  @Test
  void rowsAreTakenInOrderAndMarkedAndThenTheDayIsCompared() throws Exception {
    rows.expectedHeaderReceived("HubPlaces", List.of(7, 8));
    rows.expectedHeaderReceived("HubBackEnd", "housing");
    taken.expectedBodiesReceived("row 7", "row 8");
    days.expectedBodiesReceived("day");

    send(null, Map.of());

    MockEndpoint.assertIsSatisfied(rows, taken, days);
    assertThat(steps)
        .containsExactly(
            "claim",
            "open row 7",
            "picked row 7",
            "open row 8",
            "picked row 8",
            "claimDays",
            "dayPicked day");
  }

  @Test
  void aRefusedRowIsFlaggedAfterTheRefusalIsRecordedAndTheNextIsTaken() throws Exception {
    taken.whenExchangeReceived(
        1,
        exchange -> {
          throw Refusal.of("HUB-5001", "no such delivery");
        });
    refused.whenAnyExchangeReceived(exchange -> steps.add("recorded"));
    refused.expectedBodiesReceived("row 7");

    send(null, Map.of());

    refused.assertIsSatisfied();
    assertThat(steps)
        .containsExactly(
            "claim",
            "open row 7",
            "recorded",
            "flagged row 7",
            "open row 8",
            "picked row 8",
            "claimDays",
            "dayPicked day");
  }

  @Test
  void aRowThatTheHubFailsToProcessIsNeitherMarkedNorFlaggedNorTriedAgainAtOnce() {
    IllegalStateException away = new IllegalStateException("the database is away");
    taken.whenExchangeReceived(
        1,
        exchange -> {
          throw away;
        });
    refused.whenAnyExchangeReceived(
        exchange -> {
          throw away;
        });

    Exchange exchange = send(null, Map.of());

    assertThat(exchange.getException()).isNull();
    assertThat(steps).doesNotContain("picked row 7", "flagged row 7");
    assertThat(steps.stream().filter("open row 7"::equals)).hasSize(1);
  }

  @Test
  void aDayThatIsNotSettledIsComparedAgainAtTheNextPoll() {
    days.whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader("HubSettled", false));

    send(null, Map.of());

    assertThat(steps).contains("claimDays").doesNotContain("dayPicked day");
  }
}
