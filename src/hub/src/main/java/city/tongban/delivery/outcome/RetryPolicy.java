package city.tongban.delivery.outcome;

import city.tongban.canonical.FailureEffect;
import city.tongban.canonical.FailureScope;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.connector.Doubt;
import city.tongban.connector.Limits;
import city.tongban.delivery.outcome.FailureDecision.Next;
import city.tongban.delivery.outcome.FailureDecision.Signal;
import java.time.Instant;

/**
 * Decides what follows a failed attempt: another try and when, parking, or a person's confirmation.
 * The rules of retry, exhaustion and doubt stand here and nowhere else.
 */
public final class RetryPolicy {
  private RetryPolicy() {}

  /**
   * Decides for an attempt that ended with an exception.
   *
   * @param doubt how the back-end settles whether an unanswered message arrived
   * @param now wall clock
   */
  public static FailureDecision decide(
      FailedAttempt failed, Doubt doubt, Limits limits, Instant now) {
    HubException failure = failed.failure();
    Problem problem = failure.problem();
    boolean mayHaveArrived = failure.effect() == FailureEffect.IN_DOUBT && !failed.inquiry();
    if (mayHaveArrived && doubt == Doubt.PERSON) {
      return new FailureDecision(Next.UNCONFIRM, true, problem, Signal.NO_ANSWER, now);
    }
    Signal signal = signal(failure);
    if (!mayHaveArrived && !isTemporary(failure)) {
      boolean received = failed.answered() || failed.doubtfulBefore();
      return new FailureDecision(Next.PARK, received, problem, signal, now);
    }
    boolean doubtful = mayHaveArrived ? doubt == Doubt.ASK : failed.doubtfulBefore();
    if (signal != Signal.UNREACHABLE && failed.tries() >= limits.attempts()) {
      Problem exhausted = exhausted(problem, failed.tries());
      return new FailureDecision(Next.PARK, doubtful, exhausted, signal, now);
    }
    // behind an open circuit breaker the delivery is due as soon as the lane is open again
    boolean heldByLane = signal == Signal.UNREACHABLE && failed.circuitBreaker();
    Instant dueAt = heldByLane ? now : now.plus(limits.pause(failed.tries()));
    return new FailureDecision(Next.RETRY, doubtful, problem, signal, dueAt);
  }

  /**
   * Decides for an attempt whose node died before it recorded an outcome.
   *
   * @param number of the attempt
   */
  public static FailureDecision decideOrphaned(int number, Doubt doubt, Instant now) {
    Problem died =
        Fault.of("HUB-4011", "the hub stopped in the middle of attempt %d", number)
            .because("no outcome was recorded before its lease ended")
            .problem();
    Next next = doubt == Doubt.PERSON ? Next.UNCONFIRM : Next.RETRY;
    return new FailureDecision(next, doubt != Doubt.SAME_ID, died, Signal.NO_ANSWER, now);
  }

  private static Signal signal(HubException failure) {
    if (failure.effect() == FailureEffect.IN_DOUBT) {
      return Signal.NO_ANSWER;
    }
    return isTemporary(failure) && failure.scope() == FailureScope.LANE
        ? Signal.UNREACHABLE
        : Signal.REACHABLE;
  }

  /** A refused credential is a fault, and is tried again: an access token may have expired. */
  private static boolean isTemporary(HubException failure) {
    return failure instanceof Outage || failure.scope() == FailureScope.LANE;
  }

  private static Problem exhausted(Problem last, int tries) {
    return Fault.of("HUB-4014", "given up after %d tries; the last: %s", tries, last.what())
        .because(last.code() + (last.why() == null ? "" : ": " + last.why()))
        .fix("mend the cause, then resend the delivery")
        .problem();
  }
}
