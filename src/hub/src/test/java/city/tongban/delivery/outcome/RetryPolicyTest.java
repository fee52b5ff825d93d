package city.tongban.delivery.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Doubt;
import city.tongban.connector.Limits;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.outcome.FailureDecision.Next;
import city.tongban.delivery.outcome.FailureDecision.Signal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Retry, exhaustion, parking and doubt as a table. */
class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          /* attempts= */ 3,
          /* concurrency= */ 1,
          null,
          null,
          1_000,
          FIRST_PAUSE,
          Duration.ofMinutes(5));

  /** The kinds of failure that the policy tells apart. */
  enum Kind {
    UNREACHABLE(CallFailures.unreachable("connection refused")),
    CREDENTIAL(CallFailures.credentialRefused("status 401")),
    OTHER_CERTIFICATE(Outage.of("HUB-4045", "another certificate").ofLane()),
    SILENT(CallFailures.inDoubt("no answer in time")),
    UNSIGNED(CallFailures.unsigned("the answer is not signed")),
    BUSY(CallFailures.busy("status 503")),
    GARBLED(Refusal.of("HUB-9008", "not well-formed")),
    UNMAPPABLE(Refusal.of("HUB-9002", "no code"));

    final HubException failure;

    Kind(HubException failure) {
      this.failure = failure;
    }
  }

  @ParameterizedTest(name = "{0}, answered {1}, inquiry {2}, doubtful before {3}, doubt {4}: {5}")
  @CsvSource({
    // failure,        answered, inquiry, before, doubt,   next,      doubtful, signal
    "UNREACHABLE,       false, false, false, ASK,     RETRY,     false, UNREACHABLE",
    "UNREACHABLE,       false, false, false, SAME_ID, RETRY,     false, UNREACHABLE",
    "UNREACHABLE,       false, false, false, PERSON,  RETRY,     false, UNREACHABLE",
    "UNREACHABLE,       false, false, true,  ASK,     RETRY,     true,  UNREACHABLE",
    "CREDENTIAL,        true,  false, false, ASK,     RETRY,     false, UNREACHABLE",
    "OTHER_CERTIFICATE, false, false, false, ASK,     RETRY,     false, UNREACHABLE",
    "SILENT,            false, false, false, ASK,     RETRY,     true,  NO_ANSWER",
    "SILENT,            false, false, false, SAME_ID, RETRY,     false, NO_ANSWER",
    "SILENT,            false, false, false, PERSON,  UNCONFIRM, true,  NO_ANSWER",
    "SILENT,            false, true,  true,  ASK,     RETRY,     true,  NO_ANSWER",
    "UNSIGNED,          false, false, false, ASK,     RETRY,     true,  NO_ANSWER",
    "UNSIGNED,          false, false, false, SAME_ID, RETRY,     false, NO_ANSWER",
    "UNSIGNED,          false, false, false, PERSON,  UNCONFIRM, true,  NO_ANSWER",
    "BUSY,              true,  false, false, ASK,     RETRY,     false, REACHABLE",
    "GARBLED,           true,  false, false, ASK,     PARK,      true,  REACHABLE",
    "GARBLED,           false, true,  true,  ASK,     PARK,      true,  REACHABLE",
    "UNMAPPABLE,        false, false, false, ASK,     PARK,      false, REACHABLE",
  })
  void aFailureIsDecidedByItsKindAndByTheDoubtThatTheConnectorDeclares(
      Kind kind,
      boolean answered,
      boolean inquiry,
      boolean before,
      Doubt doubt,
      Next next,
      boolean doubtful,
      Signal signal) {
    FailedAttempt failed =
        new FailedAttempt(kind.failure, answered, inquiry, before, /* tries= */ 1, true);

    assertThat(RetryPolicy.decide(failed, doubt, LIMITS, NOW))
        .returns(next, FailureDecision::next)
        .returns(doubtful, FailureDecision::doubtful)
        .returns(signal, FailureDecision::signal)
        .returns(kind.failure.problem(), FailureDecision::problem);
  }

  @Test
  void theLastTryParksTheDeliveryWithTheReasonAndTheDoubtOfTheFailure() {
    FailureDecision decision = decide(Kind.SILENT, 3, true);

    assertThat(decision.next()).isEqualTo(Next.PARK);
    assertThat(decision.finalState()).isEqualTo(DeliveryState.PARKED);
    assertThat(decision.doubtful()).isTrue();
    assertThat(decision.problem().code()).isEqualTo("HUB-4014");
    assertThat(decision.problem().why()).contains("HUB-4011");
  }

  @ParameterizedTest
  @EnumSource(names = {"UNREACHABLE", "CREDENTIAL", "OTHER_CERTIFICATE"})
  void aBackEndOutOfReachUsesUpNoTries(Kind kind) {
    assertThat(decide(kind, 99, true).next()).isEqualTo(Next.RETRY);
  }

  @Test
  void aRetryIsDueAfterThePauseOfItsTry() {
    assertThat(decide(Kind.BUSY, 1, true).dueAt())
        .isAfter(NOW)
        .isBeforeOrEqualTo(NOW.plus(FIRST_PAUSE.multipliedBy(2)));
  }

  @Test
  void behindACircuitBreakerADeliveryIsDueAtOnceAndABatchWithoutOneWaits() {
    assertThat(decide(Kind.UNREACHABLE, 1, true).dueAt()).isEqualTo(NOW);
    assertThat(decide(Kind.UNREACHABLE, 1, false).dueAt()).isAfter(NOW);
  }

  @ParameterizedTest
  @CsvSource({"ASK, RETRY, true", "SAME_ID, RETRY, false", "PERSON, UNCONFIRM, true"})
  void anOrphanedAttemptIsInDoubtAndTriedAgainAtOnce(Doubt doubt, Next next, boolean doubtful) {
    assertThat(RetryPolicy.decideOrphaned(2, doubt, NOW))
        .returns(next, FailureDecision::next)
        .returns(doubtful, FailureDecision::doubtful)
        .returns(NOW, FailureDecision::dueAt)
        .returns("HUB-4011", decision -> decision.problem().code());
  }

  private static FailureDecision decide(Kind kind, int tries, boolean circuitBreaker) {
    FailedAttempt failed =
        new FailedAttempt(kind.failure, false, false, false, tries, circuitBreaker);
    return RetryPolicy.decide(failed, Doubt.ASK, LIMITS, NOW);
  }
}
