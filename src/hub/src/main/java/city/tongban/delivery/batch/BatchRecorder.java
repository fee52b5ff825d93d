package city.tongban.delivery.batch;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.delivery.BatchState;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.batch.BatchTable.Due;
import city.tongban.delivery.batch.BatchTable.Orphan;
import city.tongban.delivery.outcome.AnswerRecorder;
import city.tongban.delivery.outcome.FailureDecision;
import city.tongban.delivery.outcome.ParkedNotifier;
import city.tongban.mapping.Mappings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is committed about a batch: its bytes, its attempts, their outcomes; one transaction each.
 */
@Component
public class BatchRecorder {
  /** States from which the news that a file arrived moves a batch to SENT. */
  private static final List<BatchState> NOT_YET_SENT =
      List.of(BatchState.CLOSED, BatchState.SENDING, BatchState.UNCONFIRMED);

  private final BatchTable batches;
  private final BatchLineTable lines;
  private final BatchContent content;
  private final AnswerRecorder answers;
  private final ParkedNotifier parkedNotifier;
  private final Mappings mappings;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  BatchRecorder(
      BatchTable batches,
      BatchLineTable lines,
      BatchContent content,
      AnswerRecorder answers,
      ParkedNotifier parkedNotifier,
      Mappings mappings,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.batches = batches;
    this.lines = lines;
    this.content = content;
    this.answers = answers;
    this.parkedNotifier = parkedNotifier;
    this.mappings = mappings;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Claims the batch whose turn it is and commits that an attempt begins (P3). Its bytes are made
   * once, here, and are what every later try sends.
   */
  @Transactional
  public Optional<BatchAttempt> begin(Connector connector, String node, Duration lease) {
    return batches
        .lockToSend(connector.backEnd(), clock.wall())
        .flatMap(due -> begin(connector, due, node, lease));
  }

  private Optional<BatchAttempt> begin(Connector connector, Due due, String node, Duration lease) {
    try {
      compose(connector, due);
    } catch (HubException e) {
      park(due.number(), connector.backEnd(), BatchState.PARKED, e.problem());
      return Optional.empty();
    }
    Instant now = clock.wall();
    int number = batches.begin(due.number(), node, connector.version(), now, now.plus(lease));
    BatchAttempt attempt =
        new BatchAttempt(
            due.number(),
            connector,
            due.fileName(),
            content.file(due.number()),
            number,
            due.tries() + 1,
            due.doubtful(),
            now);
    tell(
        stop(attempt, "file-attempt-began")
            .out(new Payload(attempt.file(), connector.contentType()))
            .detail(
                "%s, try %d of %d"
                    .formatted(due.fileName(), attempt.tries(), connector.limits().attempts())));
    return Optional.of(attempt);
  }

  private void compose(Connector connector, Due due) {
    if (!due.composed()) {
      content.keep(
          due.number(), mappings.file(connector, due.fileName(), content.lines(due.number())));
    }
  }

  /**
   * The file and its flag are there: the batch is sent, its deliveries are, the next have their
   * turn.
   */
  @Transactional
  public void sent(BatchAttempt attempt) {
    Instant now = clock.wall();
    lines.lockCases(attempt.batch());
    batches.end(attempt.batch(), attempt.number(), "SENT", now);
    if (!arrived(attempt.batch(), attempt.connector().backEnd(), attempt.fileName())) {
      return; // their answer was faster
    }
    tell(
        stop(attempt, "file-accepted")
            .call(new TraceStep.Call(attempt.began(), attempt.began(), now, now))
            .detail(attempt.fileName()));
  }

  /** Also what an answer about the file proves; the caller holds the locks of its cases. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean arrived(long batch, String backEnd, String fileName) {
    Instant now = clock.wall();
    if (!batches.move(batch, NOT_YET_SENT, BatchState.SENT, now)) {
      return false;
    }
    for (DeliveryId id : lines.sent(batch, now)) {
      tell(TraceStep.at("delivery", "sent-in-file").of(id).with(backEnd).detail(fileName));
    }
    for (CaseNumber number : lines.withNext(batch)) {
      answers.openNext(number, backEnd);
    }
    return true;
  }

  @Transactional
  public void failed(BatchAttempt attempt, HubException failure) {
    Connector connector = attempt.connector();
    batches.end(attempt.batch(), attempt.number(), failure.problem().code(), clock.wall());
    FailureDecision decision =
        FailureDecision.of(failure, false, connector.doubt(), false, attempt.doubtful());
    if (decision.next() == FailureDecision.Next.RETRY
        && !decision.isOfTheLane()
        && attempt.tries() >= connector.limits().attempts()) {
      decision = decision.exhausted(attempt.tries());
    }
    Instant now = clock.wall();
    tell(
        stop(attempt, "file-failed")
            .call(new TraceStep.Call(attempt.began(), attempt.began(), null, null))
            .problem(decision.problem())
            .detail(attempt.fileName()));
    switch (decision.next()) {
      case RETRY ->
          batches.release(
              attempt.batch(),
              decision.problem(),
              decision.doubtful(),
              now.plus(connector.limits().pause(attempt.tries())),
              now);
      case PARK ->
          park(attempt.batch(), connector.backEnd(), BatchState.PARKED, decision.problem());
      case UNCONFIRM ->
          park(attempt.batch(), connector.backEnd(), BatchState.UNCONFIRMED, decision.problem());
    }
  }

  /** Attempts whose node died: they may have arrived, and the connector says what is done then. */
  @Transactional
  public void settleOrphans(Connector connector) {
    Instant now = clock.wall();
    for (Orphan orphan : batches.orphans(connector.backEnd(), now)) {
      batches.end(orphan.number(), orphan.attempt(), "DIED", now);
      Problem died =
          Fault.of("HUB-4011", "the hub stopped in the middle of attempt %d", orphan.attempt())
              .because("no outcome was recorded before its lease ended")
              .problem();
      FailureDecision decision = FailureDecision.inDoubt(died, connector.doubt());
      if (decision.next() == FailureDecision.Next.UNCONFIRM) {
        park(orphan.number(), connector.backEnd(), BatchState.UNCONFIRMED, died);
      } else {
        batches.release(orphan.number(), died, decision.doubtful(), now, now);
      }
    }
  }

  /** Stands a batch still, and each of its deliveries that nobody has answered. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void park(long batch, String backEnd, BatchState to, Problem problem) {
    if (!batches.stand(batch, to, problem, clock.wall())) {
      return;
    }
    DeliveryState state =
        to == BatchState.PARKED ? DeliveryState.PARKED : DeliveryState.UNCONFIRMED;
    for (DeliveryId id : lines.stand(batch, state, problem, clock.wall())) {
      parkedNotifier.tell(id, backEnd, state, problem);
    }
  }

  /** Stands one line's delivery still. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void parkLine(DeliveryId id, String backEnd, Problem problem) {
    if (lines.standOne(id, problem, clock.wall())) {
      parkedNotifier.tell(id, backEnd, DeliveryState.PARKED, problem);
    }
  }

  private static TraceStep.Builder stop(BatchAttempt attempt, String event) {
    return TraceStep.at("delivery", event)
        .with(attempt.connector().backEnd())
        .versions(attempt.connector().version(), null);
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
