package city.tongban.delivery;

import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.delivery.attempt.OrphanedAttemptRecovery;
import city.tongban.delivery.batch.BatchAttemptService;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Adds the route of each lane: one queue and one set of consumers per back-end, so that a slow or
 * dead department slows no other. The routes are added when Camel starts, once its templates are
 * loaded and the attempts that this node left unfinished are marked as in doubt.
 */
@Component
class LaneRoutes implements CamelContextConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(LaneRoutes.class);

  private final Connectors connectors;
  private final OrphanedAttemptRecovery recovery;
  private final BatchAttemptService batches;

  LaneRoutes(Connectors connectors, OrphanedAttemptRecovery recovery, BatchAttemptService batches) {
    this.connectors = connectors;
    this.recovery = recovery;
    this.batches = batches;
  }

  @Override
  public void beforeApplicationStart(CamelContext camel) {
    recovery.disownAtStart();
    batches.disownAtStart();
    connectors.all().forEach(connector -> open(camel, connector));
  }

  @Override
  public void afterApplicationStart(CamelContext camel) {}

  private static void open(CamelContext camel, Connector connector) {
    int consumers = connector.limits().concurrency();
    Map<String, Object> parameters =
        Map.of("backEnd", connector.backEnd(), "concurrency", consumers);
    try {
      camel.addRouteFromTemplate("lane-" + connector.backEnd(), "lane", parameters);
      if (connector.batch() != null) {
        camel.addRouteFromTemplate("batches-" + connector.backEnd(), "batches", parameters);
      }
    } catch (Exception e) {
      throw new IllegalStateException(
          "the lane of " + connector.backEnd() + " could not be opened", e);
    }
    LOG.info("lane {} opens with {} consumers", connector.backEnd(), consumers);
  }
}
