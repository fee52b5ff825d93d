package city.tongban.routes;

import java.util.Map;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/tcp.camel.yaml"},
    ids = "transport-tcp")
class TcpTransportRouteTest extends TransportRouteTestSupport {
  @Override
  String routeTemplate() {
    return "transport-tcp";
  }

  @Override
  Map<String, Object> parameters() {
    return Map.of(
        "authority", "127.0.0.1:1", "connectTimeout", 1000, "timeout", 2000, "answerBytes", 65536);
  }

  @Override
  String endpoints() {
    return "framed-tcp:*";
  }
}
