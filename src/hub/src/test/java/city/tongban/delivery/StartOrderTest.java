package city.tongban.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.RunningHub;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteStartupOrder;
import org.junit.jupiter.api.Test;

/**
 * A hub that starts finds messages in its lanes. What a lane takes before its transport stands is
 * parked as a failure of our own.
 */
class StartOrderTest {
  /** Camel's first number for routes that name none: lanes, queries, ways in. */
  private static final int UNNAMED = 1000;

  private final CamelContext camel = RunningHub.get().context().getBean(CamelContext.class);

  @Test
  void transportRoutesStartBeforeTheRoutesThatCallThem() {
    assertThat(camel.getCamelContextExtension().getRouteStartupOrder())
        .filteredOn(route -> route.getStartupOrder() < UNNAMED)
        .extracting(StartOrderTest::id)
        .isNotEmpty()
        .allMatch(id -> id.startsWith("transport-") && !id.endsWith("-results"));
  }

  private static String id(RouteStartupOrder route) {
    return route.getRoute().getRouteId();
  }
}
