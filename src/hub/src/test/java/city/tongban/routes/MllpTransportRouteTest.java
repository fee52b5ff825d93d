package city.tongban.routes;

import city.tongban.connector.Tls;
import city.tongban.security.Credentials;
import city.tongban.security.MutualTls;
import city.tongban.security.PemSecrets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.spi.Registry;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/mllp.camel.yaml"},
    ids = "transport-mllp")
class MllpTransportRouteTest extends TransportRouteTestSupport {
  @Override
  protected void bindToRegistry(Registry registry) throws Exception {
    super.bindToRegistry(registry);
    registry.bind("tls", tls());
  }

  /** Certificates that nobody reads, because no connection is opened. */
  static MutualTls tls() {
    return new MutualTls(
        new Tls("key", "authority"),
        new PemSecrets(new Credentials(Path.of("no-such-folder")), Clock.systemUTC()));
  }

  @Override
  String routeTemplate() {
    return "transport-mllp";
  }

  @Override
  Map<String, Object> parameters() {
    return Map.of(
        "authority", "127.0.0.1:1",
        "tls", "tls",
        "connectTimeout", 1000,
        "timeout", 2000,
        "answerBytes", 65536);
  }

  @Override
  String endpoints() {
    return "mllps:*";
  }
}
