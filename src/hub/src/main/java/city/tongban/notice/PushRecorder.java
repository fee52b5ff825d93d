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
 * What became of each push: the row, and the stop in the case's trail, in one commit. Who lost the
 * claim meanwhile writes nothing.
 */
@Component
class PushRecorder {
  private final PushTable pushes;
  private final WebhookTable hooks;
  private final PushProperties limits;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  PushRecorder(
      PushTable pushes,
      WebhookTable hooks,
      PushProperties limits,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.pushes = pushes;
    this.hooks = hooks;
    this.limits = limits;
    this.clock = clock;
    this.events = events;
  }

  /** The claim on what is behind it, when there is something and the turn goes on. */
  @Transactional
  Optional<PushLease> taken(PushLease claim, PushAttempt push, boolean goesOn) {
    Instant now = clock.wall();
    Optional<Instant> lease = goesOn ? Optional.of(now.plus(limits.lease())) : Optional.empty();
    PushTable.Taken taken = pushes.taken(claim, push.slow(), lease, now);
    if (taken.ours()) {
      tell(claim, push, stop(claim, push, "pushed"));
    }
    return taken.next();
  }

  @Transactional
  void failed(PushLease claim, PushAttempt push, Problem problem) {
    Instant now = clock.wall();
    int tries = claim.tries() + 1;
    if (push.gone()) {
      if (hooks.stand(claim, WebhookState.DISABLED, problem, tries, now)) {
        tell(claim, push, stop(claim, push, "web-hook-disabled").problem(problem));
      }
      return;
    }
    boolean last = tries >= limits.attempts();
    Problem why = last ? PushFailures.exhausted(problem, tries) : problem;
    boolean ours =
        last
            ? hooks.stand(claim, WebhookState.PARKED, why, tries, now)
            : pushes.again(claim, why, tries, now.plus(pause(tries)), now);
    if (ours) {
      tell(claim, push, stop(claim, push, "push-failed").problem(problem));
      if (last) {
        tell(
            TraceStep.at("notice", "parked")
                .of(push.caseNumber())
                .with(Partner.centre(claim.receiver()).id())
                .problem(why)
                .detail(MessageKey.NOTICE, push.notice().number()));
      }
    }
  }

  private Duration pause(int tries) {
    return new Backoff(limits.backOffFirst(), limits.backOffMax())
        .after(tries, ThreadLocalRandom.current());
  }

  private static TraceStep.Builder stop(PushLease claim, PushAttempt push, String event) {
    return TraceStep.at("notice", event)
        .of(push.caseNumber())
        .with(Partner.centre(claim.receiver()).id())
        .out(push.sent())
        .in(push.answer() == null ? null : push.answer().body())
        .call(push.call());
  }

  private void tell(PushLease claim, PushAttempt push, TraceStep.Builder stop) {
    tell(stop.detail(MessageKey.NOTICE_ATTEMPT, push.notice().number(), claim.tries() + 1));
  }

  private void tell(TraceStep.Builder stop) {
    events.publishEvent(new StepRecorded(stop.build()));
  }
}
