package city.tongban.delivery;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import city.tongban.connector.ResultsAwaited;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Every file of deliveries, from its first line to the answer to its last. */
@Service("batches")
public class Batches implements ResultsAwaited {
  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

  /** What a node may be late beyond the upload's own time-outs before others doubt it. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final BatchAssembler assembler;
  private final BatchRecorder recorder;
  private final BatchTable table;
  private final BatchLineTable lines;
  private final Connectors connectors;
  private final BusinessClock clock;
  private final String node;

  Batches(
      BatchAssembler assembler,
      BatchRecorder recorder,
      BatchTable table,
      BatchLineTable lines,
      Connectors connectors,
      BusinessClock clock,
      @Value("${hub.node}") String node) {
    this.assembler = assembler;
    this.recorder = recorder;
    this.table = table;
    this.lines = lines;
    this.connectors = connectors;
    this.clock = clock;
    this.node = node;
  }

  /**
   * Route step: closes the batch whose hour has come, commits that an attempt of a closed one
   * begins and readies its upload, or ends the exchange when there is none.
   */
  public void next(Exchange exchange) {
    Message message = exchange.getMessage();
    Connector connector = connectors.active(message.getHeader("HubBackEnd", String.class));
    assembler.closeDue(connector);
    recorder.settleOrphans(connector);
    // every step of an upload may take its time-out: connect, write, rename, flag
    Duration lease = connector.limits().timeout().multipliedBy(4).plus(GRACE);
    Optional<BatchAttempt> begun = recorder.begin(connector, node, lease);
    if (begun.isEmpty()) {
      exchange.setRouteStop(true);
      return;
    }
    begun.get().putInto(exchange);
    message.removeHeaders("*");
    message.setHeader("HubBackEnd", connector.backEnd());
    message.setHeader("HubConnectorVersion", connector.version());
    message.setHeader("HubCall", begun.get().fileName());
    message.setHeader(Exchange.CONTENT_TYPE, connector.contentType());
    message.setBody(begun.get().file());
  }

  /** Route step: commits that the file is there, and with it the turn of the next deliveries. */
  public void sent(Exchange exchange) {
    BatchAttempt attempt = BatchAttempt.of(exchange);
    if (attempt != null) {
      recorder.sent(attempt);
    }
  }

  /** Route step: decides what a failed upload means and commits it. */
  public void failed(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    BatchAttempt attempt = BatchAttempt.of(exchange);
    if (attempt == null) {
      LOG.warn("the batches could not be looked at; they stay due: {}", failure.toString());
      return;
    }
    recorder.failed(attempt, known(failure));
  }

  /** Before any lane starts: what this node left behind is in doubt. */
  void disownAtStart() {
    int found = table.disown(node, clock.wall());
    if (found > 0) {
      LOG.info("{} uploads were under way when this node last stopped", found);
    }
  }

  @Override
  public boolean from(String backEnd) {
    return table.awaited(backEnd);
  }

  /** When, by the business clock, a batch next closes or is answered; empty when none waits. */
  public Optional<Instant> nextDue() {
    return table.nextDue(clock.business());
  }

  public Optional<BatchView> byFile(String backEnd, String fileName) {
    return table.byFile(backEnd, fileName);
  }

  /**
   * What comes before anything is said of a batch: its cases are locked, and that it was answered
   * proves that it arrived. Returns the deliveries in it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<DeliveryId> answeredAbout(BatchView batch) {
    lines.lockCases(batch.number());
    recorder.arrived(batch.number(), batch.backEnd(), String.valueOf(batch.fileName()));
    return lines.of(batch.number(), false);
  }

  /** They refused the whole file. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refused(BatchView batch, Problem why) {
    recorder.park(batch.number(), batch.backEnd(), BatchState.PARKED, why);
  }

  /** A line of theirs about this delivery has been taken, whatever it said. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answeredLine(BatchView batch, DeliveryId id) {
    lines.answered(batch.number(), id);
  }

  /** What they said of one line cannot be believed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void parkLine(BatchView batch, DeliveryId id, Problem why) {
    lines.answered(batch.number(), id);
    recorder.parkLine(id, batch.backEnd(), why);
  }

  /** The deliveries that no line has been about. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<DeliveryId> unanswered(BatchView batch) {
    return lines.of(batch.number(), true);
  }

  /** Ends a batch whose lines have all been answered, or says what is missing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answered(BatchView batch, @Nullable Problem missing) {
    if (missing == null) {
      table.move(
          batch.number(),
          List.of(BatchState.SENT, BatchState.PARKED),
          BatchState.ANSWERED,
          clock.wall());
    } else {
      table.remark(batch.number(), missing, clock.wall());
    }
  }

  private static HubException known(Throwable failure) {
    for (Throwable e : ExceptionUtils.getThrowableList(failure)) {
      if (e instanceof HubException known) {
        return known;
      }
    }
    return Outage.of("HUB-4011", "the hub itself failed while it sent a file")
        .because(failure.getClass().getSimpleName())
        .fix("look into the hub's log; the same file is sent again")
        .causedBy(failure);
  }
}
