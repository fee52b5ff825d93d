package city.rehearsal.drill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One case of the drill: its plan, and the notices that its centre received. */
final class TrackedCase {
  private final PlannedCase planned;
  private final List<CaseOutcome> ends = new ArrayList<>(1);
  private final List<String> deviations = new ArrayList<>(0);
  private @Nullable String caseNumber;
  private @Nullable String refusedWith;
  private boolean parked;
  private boolean withdrawalTaken;
  private boolean withdrawalRefused;
  private boolean withdrawalTooLate;
  private long receiptNanos;
  private long toldNanos;
  private boolean afterStep;

  /** Drops the body, which the plan has on disk. */
  TrackedCase(PlannedCase planned) {
    this.planned = planned.withoutBody();
  }

  PlannedCase planned() {
    return planned;
  }

  synchronized void receipted(String number, long nanos) {
    if (caseNumber == null) {
      caseNumber = number;
      receiptNanos = nanos;
    } else if (!caseNumber.equals(number)) {
      deviations.add("a repeat got another receipt");
    }
  }

  synchronized void refused(String code) {
    refusedWith = code;
  }

  synchronized void withdrawalAnswered(boolean taken) {
    withdrawalTaken = taken;
    withdrawalRefused = !taken;
  }

  synchronized void deviation(String what) {
    deviations.add(what);
  }

  /** A notice in the inbox of {@code centre}. */
  synchronized void told(InboxNotice notice, boolean clockWasStepped) {
    if (!notice.centre().equals(planned.centre())) {
      deviations.add("another centre received the notice");
    }
    if (notice.end() != null) {
      ends.add(notice.end());
      toldNanos = notice.nanos();
      afterStep = clockWasStepped;
    } else if (notice.progress() && !ends.isEmpty()) {
      deviations.add("a progress notice came after the outcome");
    }
    parked |= notice.parked();
    withdrawalTooLate |= notice.tooLate();
  }

  /** Whether the case is finished: refused, with an outcome, or parked. */
  synchronized boolean settled() {
    return refusedWith != null || (caseNumber != null && (!ends.isEmpty() || parked));
  }

  synchronized boolean withdrawalOpen() {
    return planned.has(CentreBehaviour.WITHDRAW) && withdrawalTaken && ends.isEmpty() && !parked;
  }

  /** Time from the receipt to the outcome, when no clock step lies between. */
  synchronized long endToEndNanos() {
    return ends.isEmpty() || caseNumber == null || afterStep
        ? -1
        : Math.max(0, toldNanos - receiptNanos);
  }

  /** Time from the planned sending to the first receipt; refusals are not measured. */
  synchronized long ackNanos(long dueNanos) {
    return caseNumber == null ? -1 : receiptNanos - dueNanos;
  }

  synchronized @Nullable String caseNumber() {
    return caseNumber;
  }

  synchronized @Nullable String refusedWith() {
    return refusedWith;
  }

  synchronized List<CaseOutcome> ends() {
    return List.copyOf(ends);
  }

  synchronized List<String> deviations() {
    return List.copyOf(deviations);
  }

  synchronized boolean parked() {
    return parked;
  }

  /** Whether the withdrawal came after the decision, by the hub's answer or its notice. */
  synchronized boolean withdrawalLost() {
    return withdrawalRefused || withdrawalTooLate;
  }
}
