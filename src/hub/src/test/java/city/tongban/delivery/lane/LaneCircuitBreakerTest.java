package city.tongban.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Problem;
import city.tongban.connector.Connector;
import city.tongban.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A back-end out of reach: what opens its circuit breaker, who sends the probe, what closes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaneCircuitBreakerTest {
  private static final Instant NOON = Instant.parse("2018-07-02T04:00:00Z");
  private static final Duration LONG = Duration.ofHours(1);
  private static final Connector LANE = ShippedConnectors.shipped("housing");
  private static final Problem UNREACHABLE = Outage.of("HUB-4010", "connection refused").problem();
  private static final LaneMessage FIRST = publish(1);
  private static final LaneMessage SECOND = publish(2);

  private final TestDatabase database = TestDatabase.create();
  private LaneCircuitBreaker here;
  private LaneCircuitBreaker there;

  @BeforeEach
  void twoNodes() {
    database.jdbc().sql("truncate lane_outage").update();
    here = new LaneCircuitBreaker(database.jdbc());
    there = new LaneCircuitBreaker(database.jdbc());
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void theFirstFailureOpensTheCircuitBreakerOnEveryNode() {
    recordFailure(NOON);

    refresh();

    assertThat(Stream.of(here, there))
        .allSatisfy(node -> assertThat(node.holds("housing", FIRST)).isTrue());
    assertThat(here.holds("human-resources", FIRST)).isFalse();
  }

  @Test
  void failuresOfCallsThatWereUnderWayPostponeNothing() {
    recordFailure(NOON);
    refresh();
    Instant probe = here.outage("housing").orElseThrow().probeAt();

    recordFailure(NOON.plusMillis(5));
    refresh();

    assertThat(here.outage("housing").orElseThrow().probeAt()).isEqualTo(probe);
    assertThat(here.outage("housing").orElseThrow().probes()).isZero();
  }

  @Test
  void oneNodeSendsTheProbeAndOnlyThatMessageMayPass() {
    recordFailure(NOON);
    refresh();
    Instant later = NOON.plus(LONG);

    boolean mine = here.claimProbe("housing", later, later.plus(LONG));
    boolean theirs = there.claimProbe("housing", later, later.plus(LONG));
    here.setProbe("housing", FIRST);

    assertThat(mine).isTrue();
    assertThat(theirs).isFalse();
    assertThat(there.holds("housing", FIRST)).isFalse();
    assertThat(there.holds("housing", SECOND)).isTrue();
  }

  @Test
  void noProbeIsSentBeforeItIsDue() {
    recordFailure(NOON);

    assertThat(here.claimProbe("housing", NOON, NOON.plus(LONG))).isFalse();
  }

  @Test
  void aFailedProbePostponesTheNextOneAndIsHeldBackItself() {
    Instant at = NOON;
    Duration before = Duration.ZERO;
    recordFailure(at);
    for (int probe = 1; probe <= 4; probe++) {
      at = at.plus(LONG);
      assertThat(here.claimProbe("housing", at, at.plus(LONG))).isTrue();
      here.setProbe("housing", FIRST);
      recordFailure(at);
      refresh();
      Duration wait = Duration.between(at, here.outage("housing").orElseThrow().probeAt());

      assertThat(here.outage("housing").orElseThrow().probes()).isEqualTo(probe);
      assertThat(here.holds("housing", FIRST)).isTrue();
      assertThat(wait).isGreaterThan(before).isLessThanOrEqualTo(LANE.limits().backOffMax());
      before = wait.dividedBy(4); // the pause has a random part
    }
  }

  @Test
  void theProbeOfADeadNodeIsDueAgainAfterItsLease() {
    recordFailure(NOON);
    Instant later = NOON.plus(LONG);
    here.claimProbe("housing", later, later.plus(LONG));

    assertThat(there.claimProbe("housing", later.plus(LONG), later.plus(LONG).plus(LONG))).isTrue();
  }

  @Test
  void withNothingWaitingTheNextDeliveryIsTheProbe() {
    recordFailure(NOON);
    Instant later = NOON.plus(LONG);
    here.claimProbe("housing", later, later.plus(LONG));

    here.postponeProbe("housing", later);

    assertThat(there.claimProbe("housing", later, later.plus(LONG))).isTrue();
  }

  @Test
  void anyAnswerClosesTheCircuitBreaker() {
    recordFailure(NOON);
    refresh();

    assertThat(closeCircuitBreaker()).isTrue();
    refresh();

    assertThat(here.holds("housing", FIRST)).isFalse();
    assertThat(there.outage("housing")).isEmpty();
    assertThat(closeCircuitBreaker()).as("it is closed already").isFalse();
  }

  private void recordFailure(Instant now) {
    database
        .transaction()
        .executeWithoutResult(status -> here.recordFailure(LANE, UNREACHABLE, now));
  }

  private boolean closeCircuitBreaker() {
    return Boolean.TRUE.equals(database.transaction().execute(status -> here.close("housing")));
  }

  private void refresh() {
    here.refresh();
    there.refresh();
  }

  private static LaneMessage publish(int number) {
    return new LaneMessage(new DeliveryId(new CaseNumber("310101-20180702-000001"), 1), number);
  }
}
