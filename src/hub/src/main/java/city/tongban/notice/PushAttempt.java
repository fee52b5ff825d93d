package city.tongban.notice;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.Problem;
import city.tongban.canonical.TraceStep.Call;
import city.tongban.canonical.TraceStep.Payload;
import org.jspecify.annotations.Nullable;

/**
 * One push of a notice and its outcome.
 *
 * @param sent the event as it left
 * @param response null when none came
 * @param problem null when the receiver accepted it
 * @param slow whether it took longer than {@code hub.notice.push.slow-after}
 */
record PushAttempt(
    Notice notice,
    @Nullable Payload sent,
    @Nullable PushResponse response,
    Call call,
    @Nullable Problem problem,
    boolean slow) {

  CaseNumber caseNumber() {
    return new CaseNumber(notice.caseNumber());
  }

  boolean gone() {
    return response != null && response.gone();
  }
}
