package city.tongban.delivery.attempt;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.canonical.StepRecorded;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.connector.Limits;
import city.tongban.connector.TransportFailures;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.attempt.AttemptTable.Begin;
import city.tongban.delivery.attempt.AttemptTable.Orphan;
import city.tongban.delivery.lane.LaneCircuitBreaker;
import city.tongban.delivery.outbox.DeliveryTable;
import city.tongban.delivery.outbox.DeliveryTable.Ended;
import city.tongban.delivery.outbox.DeliveryTable.Tries;
import city.tongban.delivery.outbox.DeliveryTable.Waiting;
import city.tongban.delivery.outbox.DeliveryViews;
import city.tongban.delivery.outbox.OutboxRelay;
import city.tongban.delivery.outcome.AnswerRecorder;
import city.tongban.delivery.outcome.FailureDecision;
import city.tongban.delivery.outcome.ParkedNotifier;
import city.tongban.mapping.MappedMessage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is committed about an attempt: its beginning, its outcome, its orphaning; one transaction
 * each.
 */
@Component
public class AttemptRecorder {
  private final AttemptTable attempts;
  private final DeliveryTable deliveries;
  private final DeliveryViews views;
  private final AnswerRecorder answers;
  private final LaneCircuitBreaker circuitBreaker;
  private final OutboxRelay relay;
  private final ParkedNotifier parkedNotifier;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  AttemptRecorder(
      AttemptTable attempts,
      DeliveryTable deliveries,
      DeliveryViews views,
      AnswerRecorder answers,
      LaneCircuitBreaker circuitBreaker,
      OutboxRelay relay,
      ParkedNotifier parkedNotifier,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.attempts = attempts;
    this.deliveries = deliveries;
    this.views = views;
    this.answers = answers;
    this.circuitBreaker = circuitBreaker;
    this.relay = relay;
    this.parkedNotifier = parkedNotifier;
    this.clock = clock;
    this.events = events;
  }

  /** Committed before the call (P3); empty when another consumption was faster. */
  @Transactional
  public Optional<Attempt> begin(Attempt attempt, Begin begin, Instant lease) {
    Optional<Integer> number =
        attempts.begin(attempt.delivery(), attempt.publish(), begin, clock.wall(), lease);
    return number.map(
        n -> {
          Attempt begun = attempt.begun(n, clock.wall());
          tell(
              stop(begun, begun.ask() ? "asked" : "attempt-began")
                  .out(sent(begun))
                  .detail(tryOf(begun)));
          return begun;
        });
  }

  /** The lane closed between publish and consumption; the delivery waits for the opening. */
  @Transactional
  public void putBack(DeliveryId id) {
    deliveries.putBack(id, clock.wall());
  }

  @Transactional
  public void answered(Attempt attempt, Answer answer, String said, Payload in, Instant answerIn) {
    TraceStep.Builder stop =
        stop(attempt, attempt.ask() ? "inquiry-answered" : "accepted")
            .in(in)
            .call(attempt.call(answerIn, clock.wall()))
            .detail(said);
    tell(stop);
    reached(attempt);
    String outcome = answer.outcome().name();
    if (answer.outcome() == Outcome.UNKNOWN) {
      end(attempt, outcome);
      Instant now = clock.wall();
      deliveries.release(attempt.id(), now, Waiting.itsTurn(), now);
      relay.wakeAfterCommit(attempt.backEnd());
    } else {
      Ended ended = new Ended(attempt.number(), outcome);
      answers.apply(attempt.id(), attempt.backEnd(), answer, ended);
    }
  }

  /** They keep it, and have not looked at it yet: what they make of it comes by itself. */
  @Transactional
  public void handedOver(Attempt attempt, Instant answerIn) {
    tell(stop(attempt, "handed-over").call(attempt.call(answerIn, clock.wall())));
    reached(attempt);
    Ended ended = new Ended(attempt.number(), DeliveryState.SENT.name());
    answers.handedOver(attempt.id(), attempt.backEnd(), ended);
  }

  /**
   * Settles an attempt that failed.
   *
   * @param came an answer came, read or not
   */
  @Transactional
  public void failed(
      Attempt attempt,
      Throwable failure,
      boolean came,
      @Nullable Payload in,
      @Nullable Instant answerIn) {
    HubException known = known(failure);
    FailureDecision decision =
        FailureDecision.of(
            known,
            came && !attempt.ask(),
            attempt.connector().doubt(),
            attempt.ask(),
            attempt.delivery().doubtful());
    Limits limits = attempt.connector().limits();
    boolean ofTheLane = decision.isOfTheLane();
    if (decision.next() == FailureDecision.Next.RETRY
        && !ofTheLane
        && attempt.tries() >= limits.attempts()) {
      decision = decision.exhausted(attempt.tries());
    }
    if (ofTheLane || saidNothingWhileOut(attempt, known)) {
      circuitBreaker.found(attempt.connector(), known.problem(), clock.wall());
    } else if (!TransportFailures.inDoubt(known)) {
      reached(attempt);
    }
    end(attempt, known.problem().code());
    carryOut(decision, attempt, in, answerIn);
  }

  /**
   * A line that broke is no sign that they are back, and in an open lane none that they are gone.
   */
  private boolean saidNothingWhileOut(Attempt attempt, HubException failure) {
    return TransportFailures.inDoubt(failure) && circuitBreaker.of(attempt.backEnd()).isPresent();
  }

  /** Whatever came of it, there was somebody who could be spoken to. */
  private void reached(Attempt attempt) {
    if (circuitBreaker.over(attempt.backEnd())) {
      relay.wakeAfterCommit(attempt.backEnd());
    }
  }

  /** A failure before anything was read: the message itself is at fault. */
  @Transactional
  public void neverBegun(DeliveryId id, Throwable failure) {
    HubException known = known(failure);
    views
        .find(id)
        .ifPresent(
            delivery ->
                park(
                    id,
                    delivery.backEnd(),
                    DeliveryState.PARKED,
                    known.problem(),
                    delivery.doubtful()));
  }

  /** An attempt whose node died: it may have arrived, and the connector says how to find out. */
  @Transactional
  public void orphaned(Orphan orphan, Connector connector) {
    attempts.end(orphan.id(), orphan.attempt(), "DIED", clock.wall());
    Problem died =
        Fault.of("HUB-4011", "the hub stopped in the middle of attempt %d", orphan.attempt())
            .because("no outcome was recorded before its lease ended")
            .problem();
    FailureDecision decision = FailureDecision.inDoubt(died, connector.doubt());
    TraceStep.Builder stop =
        TraceStep.at("delivery", "orphaned").of(orphan.id()).with(orphan.backEnd()).problem(died);
    tell(stop);
    if (decision.next() == FailureDecision.Next.UNCONFIRM) {
      park(orphan.id(), orphan.backEnd(), DeliveryState.UNCONFIRMED, died, true);
      return;
    }
    Instant now = clock.wall();
    Waiting waiting = new Waiting(died.what(), died.code(), decision.doubtful(), Tries.KEPT);
    deliveries.release(orphan.id(), now, waiting, now);
    relay.wakeAfterCommit(orphan.backEnd());
  }

  private void carryOut(
      FailureDecision decision, Attempt attempt, @Nullable Payload in, @Nullable Instant answerIn) {
    Instant now = clock.wall();
    TraceStep.Builder stop =
        stop(attempt, "failed")
            .in(in)
            .call(attempt.call(answerIn, now))
            .problem(decision.problem());
    tell(stop);
    switch (decision.next()) {
      case RETRY -> retry(decision, attempt, now);
      case PARK -> park(attempt, DeliveryState.PARKED, decision);
      case UNCONFIRM -> park(attempt, DeliveryState.UNCONFIRMED, decision);
    }
  }

  private void retry(FailureDecision decision, Attempt attempt, Instant now) {
    Problem problem = decision.problem();
    boolean uncounted = decision.isOfTheLane() && attempt.begun();
    Waiting why =
        new Waiting(
            problem.what(),
            problem.code(),
            decision.doubtful(),
            uncounted ? Tries.LESS_ONE : Tries.KEPT);
    // where the lane stands, the delivery is due as soon as the lane is
    Instant due =
        decision.isOfTheLane()
            ? now
            : now.plus(attempt.connector().limits().pause(attempt.tries()));
    deliveries.release(attempt.id(), due, why, now);
  }

  private void park(Attempt attempt, DeliveryState state, FailureDecision decision) {
    park(attempt.id(), attempt.backEnd(), state, decision.problem(), decision.doubtful());
  }

  private void park(
      DeliveryId id, String backEnd, DeliveryState state, Problem problem, boolean doubtful) {
    if (!deliveries.stand(id, state, problem, doubtful, clock.wall())) {
      return; // settled meanwhile by the department's own message
    }
    parkedNotifier.tell(id, backEnd, state, problem);
  }

  private void end(Attempt attempt, String outcome) {
    if (attempt.begun()) {
      attempts.end(attempt.id(), attempt.number(), outcome, clock.wall());
    }
  }

  private static HubException known(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof HubException known) {
        return known;
      }
      if (at instanceof DataAccessException || at instanceof TransactionException) {
        throw new IllegalStateException(
            "the books cannot be written: leave it to the lease", failure);
      }
    }
    return Fault.of("HUB-4000", "the hub itself failed: %s", failure.getClass().getSimpleName())
        .because("this is a fault of the hub, not of the message")
        .fix("look for the trail id in the hub's log and report it")
        .causedBy(failure);
  }

  private static String tryOf(Attempt attempt) {
    return "try %d of %d".formatted(attempt.tries(), attempt.connector().limits().attempts());
  }

  private static @Nullable Payload sent(Attempt attempt) {
    MappedMessage mapped = attempt.mapped();
    return mapped == null ? null : new Payload(mapped.bytes(), mapped.contentType());
  }

  private static TraceStep.Builder stop(Attempt attempt, String event) {
    MappedMessage mapped = attempt.mapped();
    return TraceStep.at("delivery", event)
        .of(attempt.id())
        .with(attempt.backEnd())
        .versions(attempt.connector().version(), mapped == null ? null : mapped.version());
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
