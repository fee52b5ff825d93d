package city.tongban.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.connector.Connector;
import city.tongban.transport.jdbc.RowCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version whose way out stands, and whose way in does not. */
class TransportRoutesTest {
  private final CamelContext camel = new DefaultCamelContext();
  private final TransportRoutes routes =
      new TransportRoutes(new Transports(List.of(new HalfWay())));

  @BeforeEach
  void start() throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            routeTemplate("transport-half")
                .templateParameter("backEnd")
                .templateParameter("version")
                .from("direct:transport-{{backEnd}}-{{version}}")
                .to("mock:out");
            routeTemplate("transport-half-results")
                .templateParameter("tick")
                .from("timer:{{tick}}?delay=60000")
                .to("mock:in");
          }
        });
    routes.beforeApplicationStart(camel);
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void theOneBeforeGoesOnFetchingWhatTheyWrote() {
    Connector before = connector("6");
    Connector broken = connector("4");
    routes.activated(before, Optional.empty());

    assertThatThrownBy(() -> routes.activated(broken, Optional.of(before)))
        .hasMessageStartingWith("HUB-8011");

    assertThat(camel.getRoute(before.routeId() + "-results")).isNotNull();
  }

  private static Connector connector(String attempts) {
    return ShippedConnectors.with(
        "housing",
        Map.of("transport: rest", "transport: half", "attempts: 5", "attempts: " + attempts));
  }

  /** Its fourth try breaks the template of the way in. */
  private static final class HalfWay implements Transport {
    @Override
    public String name() {
      return "half";
    }

    @Override
    public TransportCall call(Connector connector) {
      return new RowCall();
    }

    @Override
    public Object setup(Connector connector) {
      return "nothing";
    }

    @Override
    public boolean fetchesResults() {
      return true;
    }

    @Override
    public Map<String, Object> parameters(Connector connector) {
      return connector.limits().attempts() == 4 ? Map.of() : Map.of("tick", "look");
    }
  }
}
