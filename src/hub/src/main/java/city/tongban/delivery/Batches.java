package city.tongban.delivery;

import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Problem;
import city.tongban.clock.BusinessClock;
import city.tongban.delivery.batch.BatchLineTable;
import city.tongban.delivery.batch.BatchRecorder;
import city.tongban.delivery.batch.BatchTable;
import city.tongban.transport.ResultsAwaited;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files that carry many deliveries at once: what results of a batch are recorded against. */
@Service
public class Batches implements ResultsAwaited {
  private final BatchRecorder recorder;
  private final BatchTable table;
  private final BatchLineTable lines;
  private final BusinessClock clock;

  Batches(BatchRecorder recorder, BatchTable table, BatchLineTable lines, BusinessClock clock) {
    this.recorder = recorder;
    this.table = table;
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public boolean from(String backEnd) {
    return table.awaited(backEnd);
  }

  /** When, by the business clock, a batch next closes or is answered; empty when nothing waits. */
  public Optional<Instant> nextDue() {
    return table.nextDue(clock.business());
  }

  public Optional<BatchView> byFile(String backEnd, String fileName) {
    return table.byFile(backEnd, fileName);
  }

  /**
   * Locks the cases of a batch before its results are applied, and marks it as sent: an answer
   * about a file proves that the file arrived. Returns the deliveries in it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<DeliveryId> answeredAbout(BatchView batch) {
    lines.lockCases(batch.number());
    recorder.arrived(batch.number(), batch.backEnd(), String.valueOf(batch.fileName()));
    return lines.of(batch.number(), false);
  }

  /** Parks a batch whose whole file the department refused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void refused(BatchView batch, Problem why) {
    recorder.park(batch.number(), batch.backEnd(), BatchState.PARKED, why);
  }

  /** Records that the department has answered the line of this delivery, whatever it said. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answeredLine(BatchView batch, DeliveryId id) {
    lines.answered(batch.number(), id);
  }

  /** Parks one delivery of a batch: the answer about its line cannot be believed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void parkLine(BatchView batch, DeliveryId id, Problem why) {
    lines.answered(batch.number(), id);
    recorder.parkLine(id, batch.backEnd(), why);
  }

  /** The deliveries of a batch that no result has mentioned yet. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<DeliveryId> unanswered(BatchView batch) {
    return lines.of(batch.number(), true);
  }

  /** Ends a batch whose lines have all been answered, or records what is missing. */
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
}
