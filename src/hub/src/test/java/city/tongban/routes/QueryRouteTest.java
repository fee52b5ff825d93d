package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Outage;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question is one call. */
@TestsRoute(
    files = {"2-call.camel.yaml", "3-query.camel.yaml"},
    ids = "query")
class QueryRouteTest extends RouteTestSupport {
  @BeforeEach
  void startWithoutATransport() throws Exception {
    AdviceWith.adviceWith(context, "query", advice -> advice.mockEndpointsAndSkip("direct:call*"));
    context.start();
  }

  @Test
  void theQuestionAndItsHeadersGoToTheCallAndTheAnswerComesBack() throws Exception {
    MockEndpoint call = getMockEndpoint("mock:direct:call");
    call.expectedBodiesReceived("question");
    call.expectedHeaderReceived("HubBackEnd", "housing");
    call.whenAnyExchangeReceived(exchange -> exchange.getMessage().setBody("answer"));

    Exchange exchange = send("direct:query", "question", Map.of("HubBackEnd", "housing"));

    call.assertIsSatisfied();
    assertThat(exchange.getMessage().getBody()).isEqualTo("answer");
  }

  @Test
  void aFailureReachesTheCallerUnchangedAndNothingIsAskedAgain() throws Exception {
    Outage away = Outage.of("HUB-4010", "the back-end could not be reached");
    MockEndpoint call = failing("mock:direct:call", away);

    assertThat(failure(send("direct:query", "question", Map.of()))).isSameAs(away);
    call.assertIsSatisfied();
  }
}
