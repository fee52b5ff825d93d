package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/sftp.camel.yaml"},
    ids = "transport-sftp-results")
class SftpResultsRouteTest extends RouteTestSupport {
  @BeforeEach
  void startWithoutAServer() throws Exception {
    addRoute(
        "transport-sftp-results",
        "results",
        Map.of(
            "backEnd", "housing",
            "version", "v1",
            "address", "sftp://hub@127.0.0.1:1/box",
            "setup", "setup",
            "key", "hub-key",
            "knownHosts", "known-hosts",
            "connectTimeout", 1000,
            "timeout", 2000));
    advise("results", "direct:result-file*");
    context.start();
  }

  @Test
  void aFileIsHandedOnWithTheNameOfItsBackEnd() throws Exception {
    MockEndpoint file = getMockEndpoint("mock:direct:result-file");
    file.expectedBodiesReceived("results");
    file.expectedHeaderReceived("HubBackEnd", "housing");

    send("results", Map.of("HubBackEnd", "forged"));

    file.assertIsSatisfied();
  }

  @Test
  void aFailureReachesTheServersConsumerUnchangedSoThatTheFileStays() throws Exception {
    IllegalStateException away = new IllegalStateException("the database is away");
    MockEndpoint file = failing("mock:direct:result-file", away);

    Exchange exchange = send("results", Map.of());

    assertThat(failure(exchange)).isSameAs(away);
    file.assertIsSatisfied();
  }
}
