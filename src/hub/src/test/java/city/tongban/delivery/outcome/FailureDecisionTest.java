package city.tongban.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Doubt;
import city.tongban.delivery.outcome.FailureDecision.Next;
import org.junit.jupiter.api.Test;

class FailureDecisionTest {
  private static final HubException UNREACHABLE = Outage.of("HUB-4010", "no answer on the door");
  private static final HubException SILENT = Outage.of("HUB-4011", "no answer in time");
  private static final HubException GARBLED = Refusal.of("HUB-9008", "not well-formed");

  @Test
  void whatCertainlyDidNotArriveIsTriedAgainWithoutDoubt() {
    for (Doubt doubt : Doubt.values()) {
      assertThat(FailureDecision.of(UNREACHABLE, false, doubt, false, false))
          .returns(Next.RETRY, FailureDecision::next)
          .returns(false, FailureDecision::doubtful);
    }
  }

  @Test
  void silenceIsSettledAsTheConnectorDeclares() {
    assertThat(FailureDecision.of(SILENT, false, Doubt.ASK, false, false))
        .returns(Next.RETRY, FailureDecision::next)
        .returns(true, FailureDecision::doubtful);
    assertThat(FailureDecision.of(SILENT, false, Doubt.SAME_ID, false, false))
        .returns(Next.RETRY, FailureDecision::next)
        .returns(false, FailureDecision::doubtful);
    assertThat(FailureDecision.of(SILENT, false, Doubt.PERSON, false, false))
        .returns(Next.UNCONFIRM, FailureDecision::next);
  }

  @Test
  void anAnswerThatTheyHaveNotSignedIsSettledLikeSilence() {
    HubException unsigned = Outage.of("HUB-4030", "not signed by them");

    assertThat(FailureDecision.of(unsigned, false, Doubt.SAME_ID, false, false).next())
        .isEqualTo(Next.RETRY);
    assertThat(FailureDecision.of(unsigned, false, Doubt.ASK, false, false).doubtful()).isTrue();
    assertThat(FailureDecision.of(unsigned, false, Doubt.PERSON, false, false).next())
        .isEqualTo(Next.UNCONFIRM);
  }

  @Test
  void aSilentInquiryIsAskedAgainAndTheDoubtStays() {
    assertThat(FailureDecision.of(SILENT, false, Doubt.ASK, true, true))
        .returns(Next.RETRY, FailureDecision::next)
        .returns(true, FailureDecision::doubtful);
  }

  @Test
  void aGarbledAnswerStandsStillAndMayHaveArrived() {
    assertThat(FailureDecision.of(GARBLED, true, Doubt.ASK, false, false))
        .returns(Next.PARK, FailureDecision::next)
        .returns(true, FailureDecision::doubtful);
  }

  @Test
  void whatCannotBeMappedStandsStillAndHasNotArrived() {
    assertThat(
            FailureDecision.of(Refusal.of("HUB-9002", "no code"), false, Doubt.ASK, false, false))
        .returns(Next.PARK, FailureDecision::next)
        .returns(false, FailureDecision::doubtful);
  }

  @Test
  void aRefusedCredentialIsTriedAgainBecauseATokenMayHaveRunOut() {
    assertThat(
            FailureDecision.of(Fault.of("HUB-4013", "401"), false, Doubt.ASK, false, false).next())
        .isEqualTo(Next.RETRY);
  }

  @Test
  void theLimitOfTriesKeepsTheLastReasonAndTheDoubt() {
    FailureDecision given = FailureDecision.of(SILENT, false, Doubt.ASK, false, false).exhausted(5);

    assertThat(given.next()).isEqualTo(Next.PARK);
    assertThat(given.doubtful()).isTrue();
    assertThat(given.problem().code()).isEqualTo("HUB-4014");
    assertThat(given.problem().why()).contains("HUB-4011");
  }

  @Test
  void whoCannotBeReachedOrDoesNotKnowUsIsSoForAllAndTheRestIsTheDeliverysOwn() {
    assertThat(of(UNREACHABLE).isOfTheLane()).isTrue();
    assertThat(of(Fault.of("HUB-4013", "401")).isOfTheLane()).isTrue();
    assertThat(of(Outage.of("HUB-4045", "their certificate")).isOfTheLane()).isTrue();
    assertThat(of(Outage.of("HUB-4046", "our certificate")).isOfTheLane()).isTrue();
    assertThat(of(Outage.of("HUB-4011", "silence")).isOfTheLane()).isFalse();
    assertThat(of(Outage.of("HUB-4012", "busy")).isOfTheLane()).isFalse();
    assertThat(of(Fault.of("HUB-9004", "too long")).isOfTheLane()).isFalse();
  }

  private static FailureDecision of(HubException failure) {
    return FailureDecision.of(failure, false, Doubt.ASK, false, false);
  }
}
