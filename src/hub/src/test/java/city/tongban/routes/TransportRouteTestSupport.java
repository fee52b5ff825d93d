package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.InterceptSendToEndpoint;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.DefaultHeaderFilterStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for the template of every transport that sends to an endpoint. The endpoint is made
 * with the options of the template; a mock takes what is sent to it.
 */
abstract class TransportRouteTestSupport extends RouteTestSupport {
  static final String ROUTE = "transport-housing-v1";
  final HeaderFilterStrategy headerAllowList = new DefaultHeaderFilterStrategy();

  /** The template's id. */
  abstract String routeTemplate();

  /** What {@code TransportRoutes} gives the template, but for back-end and version. */
  abstract Map<String, Object> parameters();

  /** Makes the endpoints to which the mocked messages would go. */
  abstract String endpoints();

  @Override
  protected void bindToRegistry(Registry registry) throws Exception {
    registry.bind("headerAllowList", headerAllowList);
  }

  @BeforeEach
  void startTheRoute() throws Exception {
    Map<String, Object> all = new TreeMap<>(parameters());
    all.put("backEnd", "housing");
    all.put("version", "v1");
    addRoute(routeTemplate(), ROUTE, all);
    AdviceWith.adviceWith(context, ROUTE, advice -> advice.mockEndpointsAndSkip(endpoints()));
    context.start();
  }

  @Test
  void theRequestIsSentOnceWithItsHeaders() throws Exception {
    MockEndpoint mock = mock();
    mock.expectedMessageCount(1);

    Exchange exchange = call(Map.of("Path", "/filings", "Content-Type", "text/xml"));

    mock.assertIsSatisfied();
    assertThat(exchange.getException()).isNull();
    assertThat(mock.getExchanges().get(0).getMessage().getBody(String.class)).isEqualTo("case");
    assertThat(mock.getExchanges().get(0).getMessage().getHeaders())
        .containsEntry("Path", "/filings")
        .containsEntry("Content-Type", "text/xml");
  }

  @Test
  void aFailureReachesTheCallerUnchangedAndNothingIsRedelivered() throws Exception {
    IOException broken = new IOException("broken");
    MockEndpoint mock = mock();
    mock.whenAnyExchangeReceived(
        exchange -> {
          throw broken;
        });
    mock.expectedMessageCount(1);

    Exchange exchange = call(Map.of());

    mock.assertIsSatisfied();
    assertThat(failure(exchange)).isSameAs(broken);
  }

  Exchange call(Map<String, Object> headers) {
    return send(
        "direct:" + ROUTE, "case".getBytes(java.nio.charset.StandardCharsets.UTF_8), headers);
  }

  private MockEndpoint mock() {
    List<MockEndpoint> mocks = endpoints(MockEndpoint.class);
    assertThat(mocks).hasSize(1);
    return mocks.get(0);
  }

  /** The one endpoint of this kind that the route sends to. */
  <T extends Endpoint> T endpoint(Class<T> kind) {
    List<T> all = endpoints(kind);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private <T extends Endpoint> List<T> endpoints(Class<T> kind) {
    return context.getEndpoints().stream()
        .map(
            endpoint ->
                endpoint instanceof InterceptSendToEndpoint intercepted
                    ? intercepted.getOriginalEndpoint()
                    : endpoint)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
