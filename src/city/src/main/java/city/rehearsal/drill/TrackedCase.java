package city.rehearsal.drill;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one case was meant to become and what its centre has heard of it so far. */
final class TrackedCase {
  private final PlannedCase planned;
  private final List<CaseOutcome> ends = new ArrayList<>(1);
  private final List<String> oddities = new ArrayList<>(0);
  private @Nullable String caseNumber;
  private @Nullable String refusedWith;
  private boolean parked;
  private boolean withdrawalTaken;
  private boolean withdrawalRefused;
  private boolean withdrawalTooLate;
  private long receiptNanos;
  private long toldNanos;
  private boolean afterStep;

  /** The body was sent and is in the ledger; it is not kept. */
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
      oddities.add("a repeat got another receipt");
    }
  }

  synchronized void refused(String code) {
    refusedWith = code;
  }

  synchronized void withdrawalAnswered(boolean taken) {
    withdrawalTaken = taken;
    withdrawalRefused = !taken;
  }

  synchronized void odd(String what) {
    oddities.add(what);
  }

  /** A notice in the inbox of {@code centre}. */
  synchronized void told(InboxNotice notice, boolean clockWasStepped) {
    if (!notice.centre().equals(planned.centre())) {
      oddities.add("another centre was told");
    }
    if (notice.end() != null) {
      ends.add(notice.end());
      toldNanos = notice.nanos();
      afterStep = clockWasStepped;
    } else if (notice.progress() && !ends.isEmpty()) {
      oddities.add("progress was told after the end");
    }
    parked |= notice.parked();
    withdrawalTooLate |= notice.tooLate();
  }

  /** Nothing more has to happen: it was refused, or has an end, or waits for a person. */
  synchronized boolean settled() {
    return refusedWith != null || (caseNumber != null && (!ends.isEmpty() || parked));
  }

  synchronized boolean withdrawalOpen() {
    return planned.has(CentreBehaviour.WITHDRAW) && withdrawalTaken && ends.isEmpty() && !parked;
  }

  /** From the receipt to the end, when no step of the clock lies between. */
  synchronized long endToEndNanos() {
    return ends.isEmpty() || caseNumber == null || afterStep
        ? -1
        : Math.max(0, toldNanos - receiptNanos);
  }

  /** From when it should have been sent to its first receipt; refusals are not measured. */
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

  synchronized List<String> oddities() {
    return List.copyOf(oddities);
  }

  synchronized boolean parked() {
    return parked;
  }

  /** The withdrawal came after the decision, in the hub's words or in its notice's. */
  synchronized boolean withdrawalLost() {
    return withdrawalRefused || withdrawalTooLate;
  }
}
