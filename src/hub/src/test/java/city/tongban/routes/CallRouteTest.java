package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Outage;
import city.tongban.transport.TransportCall;
import city.tongban.transport.TransportCalls;
import java.net.ConnectException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands around the call of every transport. */
@TestsRoute(files = "2-call.camel.yaml", ids = "call")
class CallRouteTest extends RouteTestSupport {
  private static final Map<String, Object> HEADERS =
      Map.of(
          "HubBackEnd", "housing",
          "HubConnectorVersion", "v1",
          "HubCall", "POST /filings",
          "HubDelivery", "310104-20180702-000482/1",
          "Content-Type", "text/xml",
          "traceparent", "00-1-2-01",
          "CamelHttpUri", "http://elsewhere");

  private MockEndpoint transport;

  /** A transport that writes one header and answers with what its route returned. */
  private final class OneHeader extends TransportCall {
    @Override
    protected void address(Message message, String call) {
      steps.add("before");
      message.setHeader("Path", call);
    }

    @Override
    protected void over(Exchange exchange) {
      steps.add("over");
    }

    @Override
    protected Answered answered(Message answer, long began) {
      steps.add("after");
      return new Answered(201, "application/xml", answer.getBody(byte[].class));
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("transportCalls", new TransportCalls());
    registry.bind("call-housing-v1", new OneHeader());
  }

  @BeforeEach
  void startWithOneTransport() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("direct:transport-housing-v1").to("mock:transport");
          }
        });
    context.start();
    transport = getMockEndpoint("mock:transport");
  }

  @Test
  void theRequestLeavesWithTheHeadersOfTheTransportOnly() throws Exception {
    transport.expectedMessageCount(1);

    send("direct:call", "case", HEADERS);

    transport.assertIsSatisfied();
    assertThat(transport.getExchanges().get(0).getMessage().getHeaders())
        .containsOnly(
            Map.entry("Content-Type", "text/xml"),
            Map.entry("traceparent", "00-1-2-01"),
            Map.entry("Path", "POST /filings"));
    assertThat(steps).containsExactly("before", "over", "after");
  }

  @Test
  void theHubHeadersComeBackWithTheAnswerAndItsStatus() {
    transport.whenAnyExchangeReceived(
        exchange -> {
          exchange.getMessage().setHeaders(new java.util.HashMap<>(Map.of("HubBackEnd", "forged")));
          exchange.getMessage().setBody("answer");
        });

    Message answer = send("direct:call", "case", HEADERS).getMessage();

    assertThat(answer.getBody(String.class)).isEqualTo("answer");
    assertThat(answer.getHeaders())
        .containsOnly(
            Map.entry("HubBackEnd", "housing"),
            Map.entry("HubConnectorVersion", "v1"),
            Map.entry("HubCall", "POST /filings"),
            Map.entry("HubDelivery", "310104-20180702-000482/1"),
            Map.entry("traceparent", "00-1-2-01"),
            Map.entry("HubStatus", 201),
            Map.entry("Content-Type", "application/xml"));
  }

  @Test
  void aFailureBecomesWhatItMeansAndTheHubHeadersComeBack() throws Exception {
    MockEndpoint failing = failing("mock:transport", new ConnectException("refused"));

    Exchange exchange = send("direct:call", "case", HEADERS);

    failing.assertIsSatisfied(); // once: nothing is redelivered
    assertThat(failure(exchange)).isInstanceOf(Outage.class).hasMessageStartingWith("HUB-4010");
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("HubBackEnd", "housing")
        .containsEntry("HubDelivery", "310104-20180702-000482/1")
        .doesNotContainKeys("Path", "CamelHttpUri");
    assertThat(steps).containsExactly("before", "over");
  }

  @Test
  void aFailureThatExplainsItselfReachesTheCallerUnchanged() throws Exception {
    Outage closed = Outage.of("HUB-4054", "the day is closed");
    MockEndpoint failing = failing("mock:transport", closed);

    assertThat(failure(send("direct:call", "case", HEADERS))).isSameAs(closed);
    failing.assertIsSatisfied();
  }

  @Test
  void aTransportThatDoesNotRunFailsAtOnce() throws Exception {
    context
        .getRouteController()
        .stopRoute(context.getRoutes().get(context.getRoutesSize() - 1).getId());

    assertThat(failure(send("direct:call", "case", HEADERS))).hasMessageStartingWith("HUB-4017");
  }

  @Test
  void aConnectorThatHasNoTransportFailsAtOnce() {
    Exchange exchange =
        send("direct:call", "case", Map.of("HubBackEnd", "x", "HubConnectorVersion", "v9"));

    assertThat(failure(exchange)).hasMessageContaining("x v9");
    transport.expectedMessageCount(0);
  }
}
