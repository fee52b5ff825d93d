package city.rehearsal.drill;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.drill.DepartmentRecords.Entry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What one case's books may hold. */
class CaseVerifierTest {
  private static final String NUMBER = "310101-20180702-000001";
  private final Findings findings = new Findings();

  @Test
  void aWithdrawalStandsInTheBooksUnderWhateverTheDepartmentCallsIt() {
    judge(application("RS0112"), withdrawal("C001"));

    assertThat(findings.details()).isEmpty();
  }

  @Test
  void anApplicationUnderAnotherItemIsWrong() {
    judge(application("RS0110"), withdrawal("C001"));

    assertThat(findings.details()).hasSize(1);
  }

  @Test
  void aWithdrawalBeforeItsApplicationIsWrong() {
    judge(withdrawal("C001"), application("RS0112"));

    assertThat(findings.details())
        .singleElement()
        .asString()
        .contains("was accepted before the case");
  }

  private void judge(Entry... books) {
    TrackedCase account = new TrackedCase(planned());
    account.receipted(NUMBER, 0);
    account.withdrawalAnswered(true);
    account.told(
        new InboxNotice("31010100201", "n-1", NUMBER, "m-1", "case.decided", "APPROVED", 1), false);
    new CaseVerifier(account, NUMBER, List.of(books), findings).judge();
  }

  private static PlannedCase planned() {
    return new PlannedCase(
        1,
        "m-1",
        "31010100201",
        "human-resources",
        "RS0112",
        CaseOutcome.WITHDRAWN,
        CaseOutcome.APPROVED,
        null,
        "王小明",
        "11010519491231002X",
        Set.of(CentreBehaviour.WITHDRAW),
        "application/json",
        "UTF-8",
        "{}");
  }

  private static Entry application(String item) {
    return entry(NUMBER + "/1", false, item, "APPROVED");
  }

  private static Entry withdrawal(String item) {
    return entry(NUMBER + "/2", true, item, "TOO_LATE");
  }

  private static Entry entry(String delivery, boolean withdrawal, String item, String verdict) {
    return new Entry(
        "human-resources",
        delivery,
        NUMBER,
        withdrawal,
        "王小明",
        "11010519491231002X",
        item,
        verdict);
  }
}
