package city.tongban.delivery.lane;

import city.tongban.cases.Backlog;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts the deliveries that wait for the hub itself, not for an opening or for another try. */
@Component
public class DeliveryBacklog implements Backlog {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryBacklog.class);

  private final LaneTable lanes;
  private final Connectors connectors;
  private final OpeningHours openingHours;
  private final BusinessClock clock;
  private volatile long due;

  DeliveryBacklog(
      LaneTable lanes, Connectors connectors, OpeningHours openingHours, BusinessClock clock) {
    this.lanes = lanes;
    this.connectors = connectors;
    this.openingHours = openingHours;
    this.clock = clock;
  }

  @Override
  public long due() {
    return due;
  }

  @Scheduled(fixedDelay = 1000)
  public void count() {
    try {
      due =
          connectors.all().stream()
              .filter(openingHours::open)
              .map(Connector::backEnd)
              .mapToLong(backEnd -> lanes.due(backEnd, clock.wall()))
              .sum();
    } catch (DataAccessException e) {
      LOG.warn("the backlog could not be counted; intake uses the last count: {}", e.toString());
    }
  }
}
