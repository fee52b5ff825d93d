package city.tongban.delivery.outcome;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.connector.Doubt;
import city.tongban.connector.TransportFailures;

/**
 * What an attempt's failure means for its delivery.
 *
 * @param next what to do
 * @param doubtful the department may have taken the delivery in
 */
public record FailureDecision(Next next, boolean doubtful, Problem problem) {
  private static final String CREDENTIAL = "HUB-4013";

  public enum Next {
    /** try again at a due time */
    RETRY,
    /** stand still: trying again would not help */
    PARK,
    /** stand still: only a person can find out whether it arrived */
    UNCONFIRM
  }

  /**
   * Judges a failure.
   *
   * @param answered an answer had come, so the department has had the message
   * @param doubt how this back-end settles what may have arrived
   * @param asking this attempt only asked about an earlier one, so it cannot have arrived itself
   * @param wasDoubtful the delivery was in doubt before this attempt
   */
  public static FailureDecision of(
      HubException failure, boolean answered, Doubt doubt, boolean asking, boolean wasDoubtful) {
    Problem problem = failure.problem();
    if (TransportFailures.inDoubt(failure) && !asking) {
      return inDoubt(problem, doubt);
    }
    if (failure instanceof Outage || problem.code().equals(CREDENTIAL)) {
      return new FailureDecision(Next.RETRY, wasDoubtful, problem);
    }
    return new FailureDecision(Next.PARK, answered || wasDoubtful, problem);
  }

  /** The failure says nothing of the delivery: no other would have got further. */
  public boolean isOfTheLane() {
    return next == Next.RETRY && TransportFailures.ofTheLane(problem);
  }

  /** A call that ended without an answer. */
  public static FailureDecision inDoubt(Problem problem, Doubt doubt) {
    return switch (doubt) {
      case ASK -> new FailureDecision(Next.RETRY, true, problem);
      case SAME_ID -> new FailureDecision(Next.RETRY, false, problem);
      case PERSON -> new FailureDecision(Next.UNCONFIRM, true, problem);
    };
  }

  /** The same verdict once the limit of tries is reached. */
  public FailureDecision exhausted(int tries) {
    Problem given =
        Fault.of("HUB-4014", "given up after %d tries; the last: %s", tries, problem.what())
            .because(problem.code() + (problem.why() == null ? "" : ": " + problem.why()))
            .fix("mend the cause, then resend the delivery")
            .problem();
    return new FailureDecision(Next.PARK, doubtful, given);
  }
}
