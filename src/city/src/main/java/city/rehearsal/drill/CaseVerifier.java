package city.rehearsal.drill;

import city.rehearsal.drill.DepartmentRecords.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Verifies one case that has a receipt. */
record CaseVerifier(TrackedCase account, String number, List<Entry> filed, Findings findings) {

  void judge() {
    if (account.planned().ending() == CaseOutcome.REFUSED_AT_INTAKE) {
      findings.wrong(number, "got a receipt instead of " + account.planned().code());
    }
    filed.forEach(this::content);
    if (!filed.isEmpty() && filed.get(0).withdrawal()) {
      findings.wrong(number, "the withdrawal was accepted before the case");
    }
    outcome();
  }

  /** Counts the case in exactly one category, so that the numbers add up. */
  private void outcome() {
    List<CaseOutcome> ends = account.ends();
    if (doubled()) {
      findings.duplicated(number, "is recorded more than once: " + filed.size() + " entries");
    } else if (ends.size() > 1) {
      findings.duplicated(number, "the centre received several outcomes: " + ends);
    } else if (applications() == 0 && !account.parked() && !neverSent(ends)) {
      findings.lost(number, "has a receipt and is recorded at no department");
    } else if (!ends.isEmpty()) {
      findings.completed(account.planned().backEnd());
      end(ends.get(0));
    } else if (account.parked()) {
      findings.parked(account.planned().backEnd());
    } else {
      findings.waiting(number, "the centre received no outcome");
    }
  }

  private boolean doubled() {
    Set<String> seen = new HashSet<>();
    return applications() > 1 || filed.stream().anyMatch(entry -> !seen.add(entry.deliveryId()));
  }

  private long applications() {
    return filed.stream().filter(entry -> !entry.withdrawal()).count();
  }

  /** Withdrawn before it was delivered: then the department has no record of it. */
  private boolean neverSent(List<CaseOutcome> ends) {
    return filed.isEmpty()
        && account.planned().has(CentreBehaviour.WITHDRAW)
        && ends.equals(List.of(CaseOutcome.WITHDRAWN));
  }

  private void content(Entry entry) {
    PlannedCase planned = account.planned();
    // each department has its own item for a withdrawal
    boolean item = entry.withdrawal() || entry.item().equals(planned.theirItem());
    if (!entry.backEnd().equals(planned.backEnd()) || !item) {
      findings.wrong(number, "is recorded as %s at %s".formatted(entry.item(), entry.backEnd()));
    }
    // personal data is not printed
    if (!entry.name().equals(planned.name())) {
      findings.wrong(number, "the recorded name is not the name that was sent");
    }
    if (!entry.idNumber().equals(planned.idNumber())) {
      findings.wrong(number, "the recorded id number is not the one that was sent");
    }
  }

  private void end(CaseOutcome told) {
    if (!mayEnd(told)) {
      findings.wrong(number, "ended %s instead of %s".formatted(told, account.planned().ending()));
    }
    filed.stream()
        .filter(entry -> !entry.withdrawal())
        .filter(entry -> !entry.verdict().equals(told.name()))
        .forEach(
            e ->
                findings.wrong(
                    number,
                    "the centre received %s but the department recorded %s"
                        .formatted(told, e.verdict())));
  }

  private boolean mayEnd(CaseOutcome told) {
    PlannedCase planned = account.planned();
    return told == planned.ending() || (told == planned.otherwise() && withdrawalFailed());
  }

  /** By the department's record, by the hub's answer or notice, or because the case is parked. */
  private boolean withdrawalFailed() {
    return account.withdrawalLost()
        || account.parked()
        || filed.stream().anyMatch(e -> e.withdrawal() && e.verdict().equals("TOO_LATE"));
  }
}
