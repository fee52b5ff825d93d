package city.rehearsal.drill;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares three sources that the hub does not write: the plan, the departments' records, and what
 * the centres received.
 *
 * @param fresh whether the records hold only this drill's cases
 */
record DrillVerifier(DepartmentRecords books, TrackedCases accounts, boolean fresh) {

  /**
   * @param findings receives the results
   */
  void judge(Findings findings) {
    accounts.all().forEach(account -> judge(account, findings));
    accounts.deviations().forEach(deviation -> findings.wrong("-", deviation));
    accounts
        .strays()
        .forEach(
            n ->
                findings.wrong(
                    n.caseNumber(), "a centre received a notice about a case that was not sent"));
    if (fresh) {
      strangers().forEach(n -> findings.wrong(n, "a department has a case without a receipt"));
    }
  }

  private Stream<String> strangers() {
    Set<String> ours =
        accounts.all().stream()
            .map(TrackedCase::caseNumber)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    return books.cases().stream().filter(number -> !ours.contains(number));
  }

  private void judge(TrackedCase account, Findings findings) {
    findings.planned(account.planned().backEnd());
    String number = account.caseNumber();
    String subject = number == null ? account.planned().messageId() : number;
    account.deviations().forEach(deviation -> findings.wrong(subject, deviation));
    if (number != null) {
      new CaseVerifier(account, number, books.of(number), findings).judge();
    } else if (account.refusedWith() != null) {
      findings.refused(account.planned().backEnd());
      refusal(account.planned(), account.refusedWith(), findings);
    } else {
      findings.waiting(subject, "has neither a receipt nor a refusal");
    }
  }

  private static void refusal(PlannedCase planned, String code, Findings findings) {
    if (!code.equals(planned.code())) {
      String must = planned.code() == null ? "a receipt" : planned.code();
      findings.wrong(planned.messageId(), "got %s instead of %s".formatted(code, must));
    }
  }
}
