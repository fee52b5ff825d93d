package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/rest.camel.yaml"},
    ids = "transport-rest")
class RestTransportRouteTest extends TransportRouteTestSupport {
  private final HttpClientConfigurer setup = builder -> {};

  @Override
  protected void bindToRegistry(Registry registry) throws Exception {
    super.bindToRegistry(registry);
    registry.bind("setup", setup);
  }

  @Override
  String routeTemplate() {
    return "transport-rest";
  }

  @Override
  Map<String, Object> parameters() {
    return Map.of(
        "address", "http://127.0.0.1:1",
        "setup", "setup",
        "connectTimeout", 1000,
        "timeout", 2000,
        "concurrency", 3);
  }

  @Override
  String endpoints() {
    return "http:*";
  }

  @Test
  void theClientFollowsNoRedirectAndNoHeaderAndReturnsEveryStatus() {
    HttpEndpoint endpoint = endpoint(HttpEndpoint.class);

    assertThat(endpoint.isBridgeEndpoint()).isTrue();
    assertThat(endpoint.isFollowRedirects()).isFalse();
    assertThat(endpoint.isCopyHeaders()).isFalse();
    assertThat(endpoint.isThrowExceptionOnFailure()).isFalse();
    assertThat(endpoint.getHeaderFilterStrategy()).isSameAs(headerAllowList);
    assertThat(endpoint.getHttpClientConfigurer()).isSameAs(setup);
  }

  @Test
  void theClientHasTheTimeLimitsOfTheConnector() {
    HttpEndpoint endpoint = endpoint(HttpEndpoint.class);

    assertThat(endpoint.getConnectTimeout()).isEqualTo(1000);
    assertThat(endpoint.getResponseTimeout()).isEqualTo(2000);
    assertThat(endpoint.getSoTimeout()).isEqualTo(2000);
  }
}
