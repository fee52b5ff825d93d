package city.tongban.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Doubt;
import city.tongban.delivery.Verdict.Next;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final HubException UNREACHABLE = Outage.of("HUB-4010", "no answer on the door");
  private static final HubException SILENT = Outage.of("HUB-4011", "no answer in time");
  private static final HubException GARBLED = Refusal.of("HUB-9008", "not well-formed");

  @Test
  void whatCertainlyDidNotArriveIsTriedAgainWithoutDoubt() {
    for (Doubt doubt : Doubt.values()) {
      assertThat(Verdict.of(UNREACHABLE, false, doubt, false, false))
          .returns(Next.RETRY, Verdict::next)
          .returns(false, Verdict::doubtful);
    }
  }

  @Test
  void silenceIsSettledAsTheConnectorDeclares() {
    assertThat(Verdict.of(SILENT, false, Doubt.ASK, false, false))
        .returns(Next.RETRY, Verdict::next)
        .returns(true, Verdict::doubtful);
    assertThat(Verdict.of(SILENT, false, Doubt.SAME_ID, false, false))
        .returns(Next.RETRY, Verdict::next)
        .returns(false, Verdict::doubtful);
    assertThat(Verdict.of(SILENT, false, Doubt.PERSON, false, false))
        .returns(Next.UNCONFIRM, Verdict::next);
  }

  @Test
  void anAnswerThatTheyHaveNotSignedIsSettledLikeSilence() {
    HubException unsigned = Outage.of("HUB-4030", "not signed by them");

    assertThat(Verdict.of(unsigned, false, Doubt.SAME_ID, false, false).next())
        .isEqualTo(Next.RETRY);
    assertThat(Verdict.of(unsigned, false, Doubt.ASK, false, false).doubtful()).isTrue();
    assertThat(Verdict.of(unsigned, false, Doubt.PERSON, false, false).next())
        .isEqualTo(Next.UNCONFIRM);
  }

  @Test
  void aSilentInquiryIsAskedAgainAndTheDoubtStays() {
    assertThat(Verdict.of(SILENT, false, Doubt.ASK, true, true))
        .returns(Next.RETRY, Verdict::next)
        .returns(true, Verdict::doubtful);
  }

  @Test
  void aGarbledAnswerStandsStillAndMayHaveArrived() {
    assertThat(Verdict.of(GARBLED, true, Doubt.ASK, false, false))
        .returns(Next.PARK, Verdict::next)
        .returns(true, Verdict::doubtful);
  }

  @Test
  void whatCannotBeMappedStandsStillAndHasNotArrived() {
    assertThat(Verdict.of(Refusal.of("HUB-9002", "no code"), false, Doubt.ASK, false, false))
        .returns(Next.PARK, Verdict::next)
        .returns(false, Verdict::doubtful);
  }

  @Test
  void aRefusedCredentialIsTriedAgainBecauseATokenMayHaveRunOut() {
    assertThat(Verdict.of(Fault.of("HUB-4013", "401"), false, Doubt.ASK, false, false).next())
        .isEqualTo(Next.RETRY);
  }

  @Test
  void theLimitOfTriesKeepsTheLastReasonAndTheDoubt() {
    Verdict given = Verdict.of(SILENT, false, Doubt.ASK, false, false).exhausted(5);

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

  private static Verdict of(HubException failure) {
    return Verdict.of(failure, false, Doubt.ASK, false, false);
  }
}
