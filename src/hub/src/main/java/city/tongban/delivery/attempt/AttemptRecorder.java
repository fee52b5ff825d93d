package city.tongban.delivery.attempt;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.KeyedMessage;
import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.canonical.TraceStep.Payload;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
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
import city.tongban.delivery.outcome.FailedAttempt;
import city.tongban.delivery.outcome.FailureDecision;
import city.tongban.delivery.outcome.ParkedNotifier;
import city.tongban.delivery.outcome.RetryPolicy;
import city.tongban.mapping.MappedMessage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/** Commits what happens to an attempt: its beginning, its outcome or its orphaning. */
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

  /** Commits the beginning before the call is made (P3); empty when another node was faster. */
  @Transactional
  public Optional<Attempt> begin(Attempt attempt, Begin begin, Instant lease) {
    Optional<Integer> number =
        attempts.begin(attempt.delivery(), attempt.publish(), begin, clock.wall(), lease);
    return number.map(
        n -> {
          Attempt begun = attempt.begun(n, clock.wall());
          record(
              step(begun, begun.ask() ? "asked" : "attempt-began")
                  .out(sent(begun))
                  .detail(
                      MessageKey.ATTEMPT, begun.tries(), begun.connector().limits().attempts()));
          return begun;
        });
  }

  /** Puts a delivery back whose lane closed between publish and consumption. */
  @Transactional
  public void putBack(DeliveryId id) {
    deliveries.putBack(id, clock.wall());
  }

  @Transactional
  public void answered(
      Attempt attempt, Answer answer, KeyedMessage detail, Payload in, Instant answerIn) {
    TraceStep.Builder step =
        step(attempt, attempt.ask() ? "inquiry-answered" : "accepted")
            .in(in)
            .call(attempt.call(answerIn, clock.wall()))
            .detail(detail);
    record(step);
    reached(attempt.backEnd());
    String outcome = answer.outcome().name();
    if (answer.outcome() == Outcome.UNKNOWN) {
      end(attempt, outcome);
      Instant now = clock.wall();
      deliveries.release(attempt.id(), now, Waiting.toBeSent(), now);
      relay.wakeAfterCommit(attempt.backEnd());
    } else {
      Ended ended = new Ended(attempt.number(), outcome);
      answers.apply(attempt.id(), attempt.backEnd(), answer, ended);
    }
  }

  /** The department has stored the message; its answer comes later by itself. */
  @Transactional
  public void handedOver(Attempt attempt, Instant answerIn) {
    record(step(attempt, "handed-over").call(attempt.call(answerIn, clock.wall())));
    reached(attempt.backEnd());
    Ended ended = new Ended(attempt.number(), DeliveryState.SENT.name());
    answers.handedOver(attempt.id(), attempt.backEnd(), ended);
  }

  /**
   * Records an attempt that failed and what follows from it.
   *
   * @param answered an answer came, readable or not
   * @param in the answer as far as it was read
   * @param answerIn when the answer was complete; null when the transport refused it
   */
  @Transactional
  public void failed(
      Attempt attempt,
      Throwable failure,
      boolean answered,
      @Nullable Payload in,
      @Nullable Instant answerIn) {
    HubException known = known(failure);
    Instant now = clock.wall();
    FailedAttempt facts =
        new FailedAttempt(
            known,
            answered && !attempt.ask(),
            attempt.ask(),
            attempt.delivery().doubtful(),
            attempt.tries(),
            /* circuitBreaker= */ true);
    Connector connector = attempt.connector();
    FailureDecision decision =
        RetryPolicy.decide(facts, connector.doubt(), connector.limits(), now);
    signal(connector, decision.signal(), known.problem(), now);
    end(attempt, known.problem().code());
    record(
        step(attempt, "failed")
            .in(in)
            .call(attempt.call(answerIn, now))
            .problem(decision.problem()));
    if (decision.next() == FailureDecision.Next.RETRY) {
      boolean uncounted = decision.isOfTheLane() && attempt.begun();
      waitForRetry(attempt.id(), decision, uncounted ? Tries.LESS_ONE : Tries.KEPT, now);
    } else {
      park(attempt.id(), attempt.backEnd(), decision);
    }
  }

  /** A lost answer leaves a closed circuit breaker closed, and an open one open. */
  private void signal(
      Connector connector, FailureDecision.Signal signal, Problem problem, Instant now) {
    switch (signal) {
      case UNREACHABLE -> circuitBreaker.recordFailure(connector, problem, now);
      case NO_ANSWER -> {
        if (circuitBreaker.outage(connector.backEnd()).isPresent()) {
          circuitBreaker.recordFailure(connector, problem, now);
        }
      }
      case REACHABLE -> reached(connector.backEnd());
    }
  }

  /** The back-end answered, whatever it said, so its lane is open again. */
  private void reached(String backEnd) {
    if (circuitBreaker.close(backEnd)) {
      relay.wakeAfterCommit(backEnd);
    }
  }

  /** Parks a delivery whose message could not be read or prepared at all. */
  @Transactional
  public void neverBegun(DeliveryId id, Throwable failure) {
    Problem problem = known(failure).problem();
    views
        .find(id)
        .ifPresent(
            delivery ->
                park(id, delivery.backEnd(), DeliveryState.PARKED, problem, delivery.doubtful()));
  }

  /** Records an attempt whose node died: the connector declares how its doubt is settled. */
  @Transactional
  public void orphaned(Orphan orphan, Connector connector) {
    Instant now = clock.wall();
    FailureDecision decision = RetryPolicy.decideOrphaned(orphan.attempt(), connector.doubt(), now);
    attempts.end(orphan.id(), orphan.attempt(), "DIED", now);
    record(
        TraceStep.at("delivery", "orphaned")
            .of(orphan.id())
            .with(orphan.backEnd())
            .problem(decision.problem()));
    if (decision.next() == FailureDecision.Next.RETRY) {
      waitForRetry(orphan.id(), decision, Tries.KEPT, now);
      relay.wakeAfterCommit(orphan.backEnd());
    } else {
      park(orphan.id(), orphan.backEnd(), decision);
    }
  }

  private void waitForRetry(DeliveryId id, FailureDecision decision, Tries tries, Instant now) {
    Problem problem = decision.problem();
    Waiting waiting = new Waiting(problem.what(), problem.code(), decision.doubtful(), tries);
    deliveries.release(id, decision.dueAt(), waiting, now);
  }

  private void park(DeliveryId id, String backEnd, FailureDecision decision) {
    park(id, backEnd, decision.finalState(), decision.problem(), decision.doubtful());
  }

  private void park(
      DeliveryId id, String backEnd, DeliveryState state, Problem problem, boolean doubtful) {
    if (!deliveries.park(id, state, problem, doubtful, clock.wall())) {
      return; // settled meanwhile by the department's own message
    }
    parkedNotifier.notify(id, backEnd, state, problem);
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
            "the outcome cannot be written: the lease decides", failure);
      }
    }
    return Fault.of("HUB-4000", "the hub itself failed: %s", failure.getClass().getSimpleName())
        .because("this is a fault of the hub, not of the message")
        .fix("look for the trail id in the hub's log and report it")
        .causedBy(failure);
  }

  private static @Nullable Payload sent(Attempt attempt) {
    MappedMessage mapped = attempt.mapped();
    return mapped == null ? null : new Payload(mapped.bytes(), mapped.contentType());
  }

  private static TraceStep.Builder step(Attempt attempt, String event) {
    MappedMessage mapped = attempt.mapped();
    return TraceStep.at("delivery", event)
        .of(attempt.id())
        .with(attempt.backEnd())
        .versions(attempt.connector().version(), mapped == null ? null : mapped.version());
  }

  private void record(TraceStep.Builder step) {
    events.publishEvent(new StepRecorded(step.build()));
  }
}
