package city.tongban.delivery.batch;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.BatchSchedule;
import city.tongban.connector.Connector;
import city.tongban.delivery.batch.BatchTable.Open;
import city.tongban.mapping.MappedMessage;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts deliveries into the open batch and closes it. Joining, leaving and closing lock the row of
 * the batch, so that the file holds exactly what was committed before the batch closed.
 */
@Component
public class BatchAssembler {
  private final BatchTable batches;
  private final BatchLineTable lines;
  private final BatchContent content;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  BatchAssembler(
      BatchTable batches,
      BatchLineTable lines,
      BatchContent content,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.batches = batches;
    this.lines = lines;
    this.content = content;
    this.clock = clock;
    this.events = events;
  }

  /** Adds a delivery to the open batch; the message of an older publish changes nothing. */
  @Transactional
  public void join(Connector connector, DeliveryId id, int publish, MappedMessage line) {
    BatchSchedule batching = batching(connector);
    Open open = open(connector);
    Instant now = clock.wall();
    KeyedMessage why = MessageKey.IN_BATCH.with(open.closesAt());
    if (!content.take(id, publish, line, connector.version(), why, now)) {
      return;
    }
    lines.add(open.number(), id);
    batches.count(open.number(), 1, now);
    if (open.lines() + 1 >= batching.lines()) {
      close(connector, open);
    }
    events.publishEvent(
        new StepRecorded(
            TraceStep.at("delivery", "joined")
                .of(id)
                .with(connector.backEnd())
                .versions(connector.version(), line.version())
                .out(new Payload(line.bytes(), line.contentType()))
                .detail(MessageKey.JOINED_BATCH, open.number(), open.closesAt())
                .build()));
  }

  /** Removes a delivery while its batch is open; the caller holds the case's lock. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean leave(DeliveryId id, KeyedMessage reason) {
    Optional<Long> batch = lines.lockOpenWith(id);
    if (batch.isEmpty() || !lines.takeOut(batch.get(), id, reason, clock.wall())) {
      return false;
    }
    batches.count(batch.get(), -1, clock.wall());
    return true;
  }

  /** Closes the batch whose hour has come; an empty one waits for its next hour. */
  @Transactional
  public void closeDue(Connector connector) {
    Instant business = clock.business();
    batches
        .lockDue(connector.backEnd(), business)
        .ifPresent(
            due -> {
              if (due.lines() == 0) {
                batches.postpone(due.number(), batching(connector).nextClosing(business));
              } else {
                close(connector, due);
              }
            });
  }

  private Open open(Connector connector) {
    Optional<Open> open = batches.lockOpen(connector.backEnd());
    if (open.isPresent() && !open.get().closesAt().isAfter(clock.business())) {
      if (open.get().lines() > 0) {
        close(connector, open.get());
      } else {
        batches.postpone(open.get().number(), batching(connector).nextClosing(clock.business()));
      }
      open = batches.lockOpen(connector.backEnd());
    }
    while (open.isEmpty()) {
      Instant closesAt = batching(connector).nextClosing(clock.business());
      batches.open(connector.backEnd(), closesAt, clock.wall());
      open = batches.lockOpen(connector.backEnd());
    }
    return open.get();
  }

  private void close(Connector connector, Open open) {
    Instant business = clock.business();
    BatchSchedule batching = batching(connector);
    batches.close(
        open.number(),
        batching.fileName(open.number(), business),
        batching.resultsOf(business),
        clock.wall());
  }

  private static BatchSchedule batching(Connector connector) {
    return Objects.requireNonNull(connector.batch(), "the back-end takes batches");
  }
}
