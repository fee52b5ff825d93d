package city.tongban.result;

import city.tongban.canonical.Refusal;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.connector.StagingPolling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Monitors the sequence numbers of the rows that a department leaves for the hub. A missing number
 * may be late, or claimed by another node; it is reported once, after the lease of a claim has
 * expired.
 */
@Service("stagedRows")
public class StagedSequenceMonitor {
  private final StagedTable table;
  private final Connectors connectors;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  StagedSequenceMonitor(
      StagedTable table,
      Connectors connectors,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.table = table;
    this.connectors = connectors;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Route step: records the rows seen, whether readable or not; also called when there is none.
   *
   * @param places sequence numbers in order
   */
  @Transactional
  public void seen(String backEnd, List<Long> places) {
    Instant now = clock.wall();
    if (!places.isEmpty()) {
      follow(backEnd, places, now);
    }
    table.toTell(backEnd, now.minus(patience(backEnd)), now).forEach(gap -> tell(backEnd, gap));
  }

  private void follow(String backEnd, List<Long> places, Instant now) {
    long before = table.highest(backEnd);
    long highest = before;
    for (long place : places) {
      if (place <= highest) {
        table.filled(backEnd, place);
      } else {
        table.gap(backEnd, highest + 1, place - 1, now);
        highest = place;
      }
    }
    if (highest > before) {
      table.reached(backEnd, highest);
    }
  }

  private Duration patience(String backEnd) {
    Connector connector = connectors.active(backEnd);
    StagingPolling staging = connector.staging();
    return staging == null ? Duration.ZERO : staging.lease();
  }

  private void tell(String backEnd, StagedTable.Gap gap) {
    events.publishEvent(
        new StepRecorded(
            TraceStep.at("result", "rows-missing")
                .with(backEnd)
                .problem(
                    Refusal.of(
                            "HUB-5017",
                            "rows %d to %d of their sequence are missing",
                            gap.first(),
                            gap.last())
                        .because("later ones are there, and these have not come in a claim's time")
                        .fix("ask the back-end for them; they are taken whenever they come")
                        .problem())
                .build()));
  }
}
