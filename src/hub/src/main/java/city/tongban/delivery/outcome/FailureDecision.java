package city.tongban.delivery.outcome;

import city.tongban.canonical.Problem;
import city.tongban.delivery.DeliveryState;
import java.time.Instant;

/**
 * What happens to a delivery or a batch after a failed attempt.
 *
 * @param doubtful the department may have received the message
 * @param signal what the failure says about the back-end itself
 * @param dueAt when the next attempt is due; meaningless unless it is tried again
 */
public record FailureDecision(
    Next next, boolean doubtful, Problem problem, Signal signal, Instant dueAt) {

  /** What comes next. */
  public enum Next {
    /** another attempt at a due time */
    RETRY,
    /** waits for a person: another attempt would fail in the same way */
    PARK,
    /** waits for a person, who alone can find out whether the message arrived */
    UNCONFIRM
  }

  /** What a failure says about the back-end. */
  public enum Signal {
    /** it was not reached, or refused the hub: no other delivery would have got further */
    UNREACHABLE,
    /** it was reached and did not answer */
    NO_ANSWER,
    /** it answered, or the failure has nothing to do with it */
    REACHABLE
  }

  /** Whether the failure says nothing about this delivery, so that it does not count as a try. */
  public boolean isOfTheLane() {
    return signal == Signal.UNREACHABLE;
  }

  /**
   * The state of a delivery that is not tried again.
   *
   * @throws IllegalStateException when it is tried again
   */
  public DeliveryState finalState() {
    return switch (next) {
      case PARK -> DeliveryState.PARKED;
      case UNCONFIRM -> DeliveryState.UNCONFIRMED;
      case RETRY -> throw new IllegalStateException("a delivery that is tried again waits");
    };
  }
}
