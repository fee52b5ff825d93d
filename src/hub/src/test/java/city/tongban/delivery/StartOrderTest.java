package city.tongban.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.RunningHub;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteStartupOrder;
import org.junit.jupiter.api.Test;

/**
 * A hub that starts finds messages in its lanes. A message that a lane takes before its transport
 * route has started would be parked as a failure of the hub.
 */
class StartOrderTest {
  /** Camel's first number for routes without a startup order: lanes, queries, inbound routes. */
  private static final int UNNAMED = 1000;

  private final CamelContext camel = RunningHub.get().context().getBean(CamelContext.class);

  @Test
  void transportRoutesStartBeforeTheRoutesThatCallThem() {
    List<String> first =
        camel.getCamelContextExtension().getRouteStartupOrder().stream()
            .filter(route -> route.getStartupOrder() < UNNAMED)
            .map(StartOrderTest::id)
            .toList();

    assertThat(first).last().isEqualTo("call");
    assertThat(first.subList(0, first.size() - 1))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("transport-") && !id.endsWith("-results"));
  }

  private static String id(RouteStartupOrder route) {
    return route.getRoute().getRouteId();
  }
}
