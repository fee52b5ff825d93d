package city.tongban.notice;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.canonical.TraceStep.Payload;
import org.jspecify.annotations.Nullable;

/**
 * One try to push a notice, as the books want to know it.
 *
 * @param sent the event as it left
 * @param answer null when none came
 * @param problem null when it was taken
 * @param slow whether it outlasted our patience
 */
record PushAttempt(
    Notice notice,
    @Nullable Payload sent,
    @Nullable PushResponse answer,
    Call call,
    @Nullable Problem problem,
    boolean slow) {

  CaseNumber caseNumber() {
    return new CaseNumber(notice.caseNumber());
  }

  boolean gone() {
    return answer != null && answer.gone();
  }
}
