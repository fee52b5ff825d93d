package city.tongban.query;

import static city.tongban.canonical.Answer.Outcome.FOUND;
import static city.tongban.canonical.Answer.Outcome.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Answer.Outcome;
import city.tongban.canonical.Statement;
import city.tongban.canonical.Statement.Line;
import city.tongban.query.Reconciliation.Difference;
import city.tongban.query.StatementTable.Known;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a department says that it answered, beside what we were told. */
class ReconciliationTest {
  private static final String A = "310104-20180702-000001";
  private static final String B = "310104-20180702-000002";

  @Test
  void theSameOnBothSidesIsNoDifference() {
    Reconciliation found =
        of(Map.of(A, FOUND, B, NOT_FOUND), Map.of(), line(B, NOT_FOUND), line(A, FOUND));

    assertThat(found).isEqualTo(new Reconciliation(2, 2, List.of()));
  }

  @Test
  void aDayOnWhichNothingWasAskedAgrees() {
    assertThat(of(Map.of(), Map.of())).isEqualTo(new Reconciliation(0, 0, List.of()));
  }

  @Test
  void aLineThatIsMissing() {
    assertThat(of(Map.of(A, FOUND, B, FOUND), Map.of(), line(A, FOUND)).differences())
        .containsExactly(new Difference(B, true, "we were told FOUND, and it is not on it"));
  }

  @Test
  void aLineOfAQuestionThatWeNeverAsked() {
    assertThat(of(Map.of(), Map.of(), line("999999-20180702-000001", FOUND)).differences())
        .containsExactly(
            new Difference(
                "999999-20180702-000001", false, "they answered FOUND, and we never asked"));
  }

  @Test
  void anAnswerThatWasLostOnItsWayToTheCounter() {
    assertThat(of(Map.of(), Map.of(A, new Known("UNANSWERED", null)), line(A, FOUND)).differences())
        .containsExactly(
            new Difference(A, true, "they answered FOUND, and the counter was not told"));
  }

  @Test
  void anAnswerOfAnotherDay() {
    assertThat(
            of(Map.of(), Map.of(A, new Known("ANSWERED", "FOUND")), line(A, FOUND)).differences())
        .containsExactly(
            new Difference(
                A, true, "they say that they answered it, and we were told on another day"));
  }

  @Test
  void anotherAnswerThanWeWereTold() {
    assertThat(of(Map.of(A, FOUND), Map.of(), line(A, NOT_FOUND)).differences())
        .containsExactly(new Difference(A, true, "they say NOT_FOUND and we were told FOUND"));
  }

  @Test
  void aLineThatStandsTwiceIsOneDifferenceAndNotTwo() {
    assertThat(of(Map.of(A, FOUND), Map.of(), line(A, FOUND), line(A, FOUND)).differences())
        .containsExactly(new Difference(A, true, "it stands on it twice"));
  }

  private static Reconciliation of(
      Map<String, Outcome> answered, Map<String, Known> known, Line... lines) {
    return Reconciliation.of(
        new Statement("2018-07-02", lines.length, "d", "d", List.of(lines)), answered, known);
  }

  private static Line line(String number, Outcome outcome) {
    return new Line(number + "/1", outcome);
  }
}
