package city.tongban.delivery.attempt;

import city.tongban.canonical.Answer;
import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.Fault;
import city.tongban.canonical.Outage;
import city.tongban.delivery.DeliveryKind;

/** Says what a department's answer means for the attempt that it answers. */
public final class AnswerInterpreter {
  private AnswerInterpreter() {}

  /**
   * Translates the answer's outcome into one that the delivery can be settled with.
   *
   * @throws Outage when the department asks for another try later
   * @throws Fault when the answer contradicts the request
   */
  public static Answer interpret(Attempt attempt, Answer answer) {
    if (answer.outcome() == Outcome.BUSY) {
      throw Outage.of("HUB-4012", "%s asks the hub to try again later", attempt.backEnd())
          .because(answer.reason() == null ? "it did not say why" : answer.reason());
    }
    boolean withdrawal = attempt.delivery().kind() == DeliveryKind.WITHDRAW;
    if (attempt.ask()) {
      return withdrawal ? answer.as(ofWithdrawal(answer.outcome())) : answer;
    }
    if (answer.outcome() != Outcome.UNKNOWN) {
      return answer;
    }
    if (withdrawal) {
      // the department never had the case, so there is nothing left to withdraw
      return answer.as(Outcome.WITHDRAWN);
    }
    throw Fault.of("HUB-9010", "%s says it does not know what it was just sent", attempt.backEnd());
  }

  /** An inquiry about a withdrawal is answered with the state of the application. */
  private static Outcome ofWithdrawal(Outcome application) {
    return switch (application) {
      case APPROVED, REJECTED, TOO_LATE -> Outcome.TOO_LATE;
      case WITHDRAWN, NOT_ACCEPTED -> Outcome.WITHDRAWN;
      case ACCEPTED, UNDER_REVIEW, UNKNOWN, BUSY, FOUND, NOT_FOUND -> Outcome.UNKNOWN;
    };
  }
}
