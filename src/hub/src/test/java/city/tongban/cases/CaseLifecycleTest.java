package city.tongban.cases;

import static city.tongban.cases.CaseState.ACCEPTED;
import static city.tongban.cases.CaseState.COLLECTED;
import static city.tongban.cases.CaseState.DECIDED;
import static city.tongban.cases.CaseState.REFUSED;
import static city.tongban.cases.CaseState.UNDER_REVIEW;
import static city.tongban.cases.CaseState.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Answer.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseLifecycleTest {

  @Test
  void aDecisionAtOncePassesThroughEveryStateBetween() {
    assertThat(CaseLifecycle.after(COLLECTED, Outcome.APPROVED))
        .containsExactly(ACCEPTED, UNDER_REVIEW, DECIDED);
  }

  @Test
  void aReviewAfterTheAcceptanceIsOneMove() {
    assertThat(CaseLifecycle.after(ACCEPTED, Outcome.UNDER_REVIEW)).containsExactly(UNDER_REVIEW);
  }

  @Test
  void anAnswerThatComesTwiceOrLateMovesNothing() {
    assertThat(CaseLifecycle.after(UNDER_REVIEW, Outcome.ACCEPTED)).isEmpty();
    assertThat(CaseLifecycle.after(UNDER_REVIEW, Outcome.UNDER_REVIEW)).isEmpty();
    assertThat(CaseLifecycle.after(DECIDED, Outcome.UNDER_REVIEW)).isEmpty();
  }

  @Test
  void aRefusalIsTheFirstWordOrNoWord() {
    assertThat(CaseLifecycle.after(COLLECTED, Outcome.NOT_ACCEPTED)).containsExactly(REFUSED);
    assertThat(CaseLifecycle.after(ACCEPTED, Outcome.NOT_ACCEPTED)).isEmpty();
  }

  @Test
  void aWithdrawalStandsUntilTheDecision() {
    assertThat(CaseLifecycle.after(COLLECTED, Outcome.WITHDRAWN)).containsExactly(WITHDRAWN);
    assertThat(CaseLifecycle.after(UNDER_REVIEW, Outcome.WITHDRAWN)).containsExactly(WITHDRAWN);
    assertThat(CaseLifecycle.after(DECIDED, Outcome.WITHDRAWN)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = CaseState.class,
      names = {"DECIDED", "REFUSED", "WITHDRAWN"})
  void nothingMovesACaseThatHasEnded(CaseState ended) {
    for (Outcome said : Outcome.values()) {
      assertThat(CaseLifecycle.after(ended, said)).isEmpty();
    }
  }

  /**
   * Every road that an answer takes is made of legal moves only: the table decides, not the road.
   */
  @ParameterizedTest
  @EnumSource(CaseState.class)
  void everyMoveIsInTheTable(CaseState from) {
    for (Outcome said : Outcome.values()) {
      CaseState at = from;
      List<CaseState> road = CaseLifecycle.after(from, said);
      for (CaseState next : road) {
        assertThat(at.next()).contains(next);
        at = next;
      }
    }
  }
}
