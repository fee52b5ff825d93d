package city.tongban.delivery.batch;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.HubException;
import city.tongban.canonical.MessageKey;
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
import city.tongban.delivery.outcome.FailedAttempt;
import city.tongban.delivery.outcome.FailureDecision;
import city.tongban.delivery.outcome.ParkedNotifier;
import city.tongban.delivery.outcome.RetryPolicy;
import city.tongban.mapping.Mappings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Commits what happens to a batch: its bytes, its attempts and their outcomes. */
@Component
public class BatchRecorder {
  /** States from which a batch becomes SENT when its file is known to have arrived. */
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
   * Claims the first closed batch that is due and commits that an attempt begins (P3). The bytes of
   * the file are composed on the first attempt and sent unchanged by every later one.
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
    record(
        step(attempt, "file-attempt-began")
            .out(new Payload(attempt.file(), connector.contentType()))
            .detail(
                MessageKey.FILE_ATTEMPT,
                due.fileName(),
                attempt.tries(),
                connector.limits().attempts()));
    return Optional.of(attempt);
  }

  private void compose(Connector connector, Due due) {
    if (!due.composed()) {
      content.keep(
          due.number(), mappings.file(connector, due.fileName(), content.lines(due.number())));
    }
  }

  /** Records that the file and its flag arrived, which releases the cases' next deliveries. */
  @Transactional
  public void sent(BatchAttempt attempt) {
    Instant now = clock.wall();
    lines.lockCases(attempt.batch());
    batches.end(attempt.batch(), attempt.number(), "SENT", now);
    if (!arrived(attempt.batch(), attempt.connector().backEnd(), attempt.fileName())) {
      return; // the department's answer was faster
    }
    record(
        step(attempt, "file-accepted")
            .call(new TraceStep.Call(attempt.began(), attempt.began(), now, now))
            .detail(MessageKey.FILE, attempt.fileName()));
  }

  /**
   * Marks a batch as sent; an answer about the file proves it too. The caller holds the locks of
   * its cases.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean arrived(long batch, String backEnd, String fileName) {
    Instant now = clock.wall();
    if (!batches.move(batch, NOT_YET_SENT, BatchState.SENT, now)) {
      return false;
    }
    for (DeliveryId id : lines.sent(batch, now)) {
      record(
          TraceStep.at("delivery", "sent-in-file")
              .of(id)
              .with(backEnd)
              .detail(MessageKey.FILE, fileName));
    }
    for (CaseNumber number : lines.withNext(batch)) {
      answers.openNext(number, backEnd);
    }
    return true;
  }

  /** Records an attempt that failed and what follows from it. */
  @Transactional
  public void failed(BatchAttempt attempt, HubException failure) {
    Connector connector = attempt.connector();
    Instant now = clock.wall();
    batches.end(attempt.batch(), attempt.number(), failure.problem().code(), now);
    FailedAttempt facts =
        new FailedAttempt(
            failure,
            /* answered= */ false,
            /* inquiry= */ false,
            attempt.doubtful(),
            attempt.tries(),
            /* circuitBreaker= */ false);
    FailureDecision decision =
        RetryPolicy.decide(facts, connector.doubt(), connector.limits(), now);
    record(
        step(attempt, "file-failed")
            .call(new TraceStep.Call(attempt.began(), attempt.began(), null, null))
            .problem(decision.problem())
            .detail(MessageKey.FILE, attempt.fileName()));
    carryOut(attempt.batch(), connector.backEnd(), decision, now);
  }

  /** Records attempts whose node died: the connector declares how their doubt is settled. */
  @Transactional
  public void settleOrphans(Connector connector) {
    Instant now = clock.wall();
    for (Orphan orphan : batches.orphans(connector.backEnd(), now)) {
      batches.end(orphan.number(), orphan.attempt(), "DIED", now);
      FailureDecision decision =
          RetryPolicy.decideOrphaned(orphan.attempt(), connector.doubt(), now);
      carryOut(orphan.number(), connector.backEnd(), decision, now);
    }
  }

  private void carryOut(long batch, String backEnd, FailureDecision decision, Instant now) {
    switch (decision.next()) {
      case RETRY ->
          batches.release(batch, decision.problem(), decision.doubtful(), decision.dueAt(), now);
      case PARK -> park(batch, backEnd, BatchState.PARKED, decision.problem());
      case UNCONFIRM -> park(batch, backEnd, BatchState.UNCONFIRMED, decision.problem());
    }
  }

  /** Parks a batch, and each of its deliveries that the department has not answered. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void park(long batch, String backEnd, BatchState to, Problem problem) {
    if (!batches.park(batch, to, problem, clock.wall())) {
      return;
    }
    DeliveryState state =
        to == BatchState.PARKED ? DeliveryState.PARKED : DeliveryState.UNCONFIRMED;
    for (DeliveryId id : lines.park(batch, state, problem, clock.wall())) {
      parkedNotifier.notify(id, backEnd, state, problem);
    }
  }

  /** Parks the delivery of one line. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void parkLine(DeliveryId id, String backEnd, Problem problem) {
    if (lines.parkOne(id, problem, clock.wall())) {
      parkedNotifier.notify(id, backEnd, DeliveryState.PARKED, problem);
    }
  }

  private static TraceStep.Builder step(BatchAttempt attempt, String event) {
    return TraceStep.at("delivery", event)
        .with(attempt.connector().backEnd())
        .versions(attempt.connector().version(), null);
  }

  private void record(TraceStep.Builder step) {
    events.publishEvent(new StepRecorded(step.build()));
  }
}
