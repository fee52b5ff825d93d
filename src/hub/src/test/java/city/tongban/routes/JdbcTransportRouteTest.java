package city.tongban.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@TestsRoute(
    files = {"2-call.camel.yaml", "transports/jdbc.camel.yaml"},
    ids = "transport-jdbc")
class JdbcTransportRouteTest extends RouteTestSupport {
  /** Stands for the staging tables. */
  public final class Tables extends Recorder {
    public void write(Exchange exchange) throws Exception {
      step("write", exchange);
    }
  }

  @Override
  protected void bindToRegistry(Registry registry) {
    registry.bind("tables", new Tables());
  }

  @BeforeEach
  void startTheRoute() throws Exception {
    addRoute(
        "transport-jdbc",
        "transport-housing-v1",
        Map.of("backEnd", "housing", "version", "v1", "setup", "tables", "call", "call"));
    context.start();
  }

  @Test
  void theRowIsWrittenOnceWithItsHeaders() {
    on(
        "write",
        exchange ->
            assertThat(exchange.getMessage().getHeaders()).containsEntry("Table", "t_filing"));

    Exchange exchange = send("direct:transport-housing-v1", "row", Map.of("Table", "t_filing"));

    assertThat(exchange.getException()).isNull();
    assertThat(steps).containsExactly("write");
  }

  @Test
  void aFailureReachesTheCallerUnchangedAndNothingIsWrittenAgain() {
    SQLException locked = new SQLException("locked");
    failAt("write", locked);

    Exchange exchange = send("direct:transport-housing-v1", "row", Map.of());

    assertThat(failure(exchange)).isSameAs(locked);
    assertThat(steps).containsExactly("write");
  }
}
