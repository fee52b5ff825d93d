package city.tongban.notice;

import city.tongban.canonical.MessageKey;
import city.tongban.canonical.Problem;
import city.tongban.canonical.StepRecorded;
import city.tongban.canonical.TraceStep;
import city.tongban.clock.Backoff;
import city.tongban.clock.BusinessClock;
import city.tongban.partner.Partner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commits the outcome of each push: the row of the webhook and the trace step in one transaction. A
 * node that has lost its lease meanwhile writes nothing.
 */
@Component
class PushRecorder {
  private final PushTable pushes;
  private final WebhookTable webhooks;
  private final PushProperties limits;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  PushRecorder(
      PushTable pushes,
      WebhookTable webhooks,
      PushProperties limits,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.pushes = pushes;
    this.webhooks = webhooks;
    this.limits = limits;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Records that the notice was accepted; returns the lease for the next one, if the run goes on.
   */
  @Transactional
  Optional<PushLease> taken(PushLease lease, PushAttempt attempt, boolean goesOn) {
    Instant now = clock.wall();
    Optional<Instant> until = goesOn ? Optional.of(now.plus(limits.lease())) : Optional.empty();
    PushTable.Taken taken = pushes.taken(lease, attempt.slow(), until, now);
    if (taken.held()) {
      record(lease, attempt, step(lease, attempt, "pushed"));
    }
    return taken.next();
  }

  @Transactional
  void failed(PushLease lease, PushAttempt attempt, Problem problem) {
    Instant now = clock.wall();
    int tries = lease.tries() + 1;
    if (attempt.gone()) {
      if (webhooks.park(lease, WebhookState.DISABLED, problem, tries, now)) {
        record(lease, attempt, step(lease, attempt, "web-hook-disabled").problem(problem));
      }
      return;
    }
    boolean last = tries >= limits.attempts();
    Problem why = last ? PushFailures.exhausted(problem, tries) : problem;
    boolean recorded =
        last
            ? webhooks.park(lease, WebhookState.PARKED, why, tries, now)
            : pushes.again(lease, why, tries, now.plus(pause(tries)), now);
    if (recorded) {
      record(lease, attempt, step(lease, attempt, "push-failed").problem(problem));
      if (last) {
        record(
            TraceStep.at("notice", "parked")
                .of(attempt.caseNumber())
                .with(Partner.centre(lease.receiver()).id())
                .problem(why)
                .detail(MessageKey.NOTICE, attempt.notice().number()));
      }
    }
  }

  private Duration pause(int tries) {
    return new Backoff(limits.backOffFirst(), limits.backOffMax())
        .after(tries, ThreadLocalRandom.current());
  }

  private static TraceStep.Builder step(PushLease lease, PushAttempt attempt, String event) {
    return TraceStep.at("notice", event)
        .of(attempt.caseNumber())
        .with(Partner.centre(lease.receiver()).id())
        .out(attempt.sent())
        .in(attempt.response() == null ? null : attempt.response().body())
        .call(attempt.call());
  }

  private void record(PushLease lease, PushAttempt attempt, TraceStep.Builder step) {
    record(step.detail(MessageKey.NOTICE_ATTEMPT, attempt.notice().number(), lease.tries() + 1));
  }

  private void record(TraceStep.Builder step) {
    events.publishEvent(new StepRecorded(step.build()));
  }
}
