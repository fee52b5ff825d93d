package city.rehearsal.drill;

import city.rehearsal.drill.DepartmentRecords.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The judgement of one case that has a receipt. */
record CaseVerifier(TrackedCase account, String number, List<Entry> filed, Findings findings) {

  void judge() {
    if (account.planned().ending() == CaseOutcome.REFUSED_AT_INTAKE) {
      findings.wrong(number, "got a receipt instead of " + account.planned().code());
    }
    filed.forEach(this::content);
    if (!filed.isEmpty() && filed.get(0).withdrawal()) {
      findings.wrong(number, "its withdrawal came before it");
    }
    outcome();
  }

  /** Every case is exactly one of these, so that the numbers add up. */
  private void outcome() {
    List<CaseOutcome> ends = account.ends();
    if (doubled()) {
      findings.duplicated(
          number, "stands more than once in the books: " + filed.size() + " entries");
    } else if (ends.size() > 1) {
      findings.duplicated(number, "its centre was told these ends: " + ends);
    } else if (applications() == 0 && !account.parked() && !neverSent(ends)) {
      findings.lost(number, "has a receipt and is in no book");
    } else if (!ends.isEmpty()) {
      findings.completed(account.planned().backEnd());
      end(ends.get(0));
    } else if (account.parked()) {
      findings.parked(account.planned().backEnd());
    } else {
      findings.waiting(number, "its centre was told no end");
    }
  }

  private boolean doubled() {
    Set<String> seen = new HashSet<>();
    return applications() > 1 || filed.stream().anyMatch(entry -> !seen.add(entry.deliveryId()));
  }

  private long applications() {
    return filed.stream().filter(entry -> !entry.withdrawal()).count();
  }

  /** Taken back while it still was here: then the department need not hear of it at all. */
  private boolean neverSent(List<CaseOutcome> ends) {
    return filed.isEmpty()
        && account.planned().has(CentreBehaviour.WITHDRAW)
        && ends.equals(List.of(CaseOutcome.WITHDRAWN));
  }

  private void content(Entry entry) {
    PlannedCase planned = account.planned();
    // what a department calls a withdrawal is its own affair
    boolean item = entry.withdrawal() || entry.item().equals(planned.theirItem());
    if (!entry.backEnd().equals(planned.backEnd()) || !item) {
      findings.wrong(number, "stands under %s at %s".formatted(entry.item(), entry.backEnd()));
    }
    // the words themselves are a resident's, so they are not printed
    if (!entry.name().equals(planned.name())) {
      findings.wrong(number, "the name in the books is not the name that was sent");
    }
    if (!entry.idNumber().equals(planned.idNumber())) {
      findings.wrong(number, "the id number in the books is not the one that was sent");
    }
  }

  private void end(CaseOutcome told) {
    if (!mayEnd(told)) {
      findings.wrong(number, "ended %s and not %s".formatted(told, account.planned().ending()));
    }
    filed.stream()
        .filter(entry -> !entry.withdrawal())
        .filter(entry -> !entry.verdict().equals(told.name()))
        .forEach(
            e ->
                findings.wrong(
                    number, "was told %s but the department says %s".formatted(told, e.verdict())));
  }

  private boolean mayEnd(CaseOutcome told) {
    PlannedCase planned = account.planned();
    return told == planned.ending() || (told == planned.otherwise() && withdrawalFailed());
  }

  /** By the books, by the hub's answer or notice, or since it could not follow what is parked. */
  private boolean withdrawalFailed() {
    return account.withdrawalLost()
        || account.parked()
        || filed.stream().anyMatch(e -> e.withdrawal() && e.verdict().equals("TOO_LATE"));
  }
}
