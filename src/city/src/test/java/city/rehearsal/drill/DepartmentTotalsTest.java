package city.rehearsal.drill;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.drill.DepartmentRecords.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table at the end of a drill. */
class DepartmentTotalsTest {
  private final TrackedCases accounts = new TrackedCases();
  private final List<Entry> books = new ArrayList<>();
  private int last;

  @Test
  void eachDepartmentHasALineOfWhatTheJudgeCounted() {
    told(filed("housing"), "case.decided", "APPROVED");
    told(receipted("housing"), "delivery.parked", "");
    opened("housing").refused("HUB-1002");
    // the department's own no is an end like any other
    told(filed("disabled-federation"), "case.refused", "");
    // lost: among the cases and nowhere else
    receipted("disabled-federation");

    Findings findings = new Findings();
    new DrillVerifier(new DepartmentRecords(books), accounts, false).judge(findings);

    assertThat(findings.departments().lines())
        .containsExactly(
            "                         cases  completed     parked    refused",
            "disabled-federation          2          1          0          0",
            "housing                      3          1          1          1");
    assertThat(findings.lostCount()).isEqualTo(1);
  }

  private TrackedCase opened(String backEnd) {
    String messageId = "m-" + ++last;
    return accounts.open(
        new PlannedCase(
            last,
            messageId,
            "31010100201",
            backEnd,
            "A1",
            CaseOutcome.APPROVED,
            null,
            null,
            "王小明",
            "11010519491231002X",
            Set.of(),
            "application/json",
            "UTF-8",
            "{}"));
  }

  private TrackedCase receipted(String backEnd) {
    TrackedCase account = opened(backEnd);
    account.receipted(number(account), 0);
    return account;
  }

  private TrackedCase filed(String backEnd) {
    TrackedCase account = receipted(backEnd);
    String number = number(account);
    books.add(
        new Entry(
            backEnd, number + "/1", number, false, "王小明", "11010519491231002X", "A1", "APPROVED"));
    return account;
  }

  private static void told(TrackedCase account, String event, String outcome) {
    PlannedCase planned = account.planned();
    account.told(
        new InboxNotice(
            planned.centre(), "n-1", number(account), planned.messageId(), event, outcome, 1),
        false);
  }

  private static String number(TrackedCase account) {
    return "310101-20180702-%06d".formatted(account.planned().n());
  }
}
