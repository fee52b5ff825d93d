package city.tongban.delivery;

import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One queue and one set of consumers per back-end, so that a slow or dead department slows nobody else. */
@Component
class Lanes implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final CamelContext camel;
  private final Connectors connectors;
  private final DoubtSweeper doubts;
  private volatile boolean running;

  Lanes(CamelContext camel, Connectors connectors, DoubtSweeper doubts) {
    this.camel = camel;
    this.connectors = connectors;
    this.doubts = doubts;
  }

  @Override
  public void start() {
    doubts.disownAtStart();
    connectors.all().forEach(this::open);
    running = true;
  }

  private void open(Connector connector) {
    Map<String, Object> parameters =
        Map.of(
            "backEnd", connector.backEnd(), "concurrency", connector.limits().concurrency());
    try {
      camel.addRouteFromTemplate("lane-" + connector.backEnd(), "lane", parameters);
    } catch (Exception e) {
      throw new IllegalStateException("the lane of " + connector.backEnd() + " did not open", e);
    }
    LOG.info(
        "lane {} is open with {} consumers", connector.backEnd(), connector.limits().concurrency());
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After Camel's own start, which loads the template. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
