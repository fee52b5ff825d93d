package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.camel.spi.Registry;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/soap.camel.yaml"},
    ids = "transport-soap")
class SoapTransportRouteTest extends TransportRouteTestSupport {
  private final CxfConfigurer setup =
      new CxfConfigurer() {
        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {}

        @Override
        public void configureClient(Client client) {}

        @Override
        public void configureServer(Server server) {}
      };

  @Override
  protected void bindToRegistry(Registry registry) throws Exception {
    super.bindToRegistry(registry);
    registry.bind("setup", setup);
  }

  @Override
  String routeTemplate() {
    return "transport-soap";
  }

  @Override
  Map<String, Object> parameters() {
    return Map.of(
        "address", "http://127.0.0.1:1/ws",
        "setup", "setup",
        "connectTimeout", 1000,
        "timeout", 2000,
        "concurrency", 3);
  }

  @Override
  String endpoints() {
    return "cxf:*";
  }

  @Test
  void cxfCarriesBytesOnTheCallersThreadAndNoHeaderOfOurs() {
    CxfEndpoint endpoint = endpoint(CxfEndpoint.class);

    assertThat(endpoint.getDataFormat()).isEqualTo(DataFormat.RAW);
    assertThat(endpoint.isSynchronous()).isTrue();
    assertThat(endpoint.isSkipFaultLogging()).isTrue();
    assertThat(endpoint.getHeaderFilterStrategy()).isSameAs(headerAllowList);
    assertThat(endpoint.getCxfConfigurer()).isNotNull();
    assertThat(endpoint.getAddress()).isEqualTo("http://127.0.0.1:1/ws");
  }
}
