package city.tongban.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.StoredText;
import city.tongban.cases.Cases;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.attempt.AttemptTable;
import city.tongban.delivery.attempt.AttemptTable.Begin;
import city.tongban.delivery.attempt.LoadedDelivery;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.lane.LaneStatistics;
import city.tongban.delivery.lane.LaneTable;
import city.tongban.delivery.outbox.DeliveryTable.NewDelivery;
import city.tongban.delivery.outbox.DeliveryTable.Tries;
import city.tongban.delivery.outbox.DeliveryTable.Waiting;
import city.tongban.delivery.outbox.Outbox.Claimed;
import city.tongban.support.TestDatabase;
import city.tongban.vault.TestVault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The SQL that keeps the order of a case and claims a row once, on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {
  private static final Instant NOON = Instant.parse("2018-07-02T04:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);

  private TestDatabase database;
  private Outbox outbox;
  private DeliveryTable deliveries;
  private AttemptTable attempts;
  private int serial;

  @BeforeAll
  void open() {
    database = TestDatabase.create();
    outbox = new Outbox(database.jdbc());
    deliveries = new DeliveryTable(database.jdbc(), TestVault.vault());
    attempts = new AttemptTable(database.jdbc(), TestVault.vault());
  }

  @AfterAll
  void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.jdbc().sql("truncate hub_case cascade").update();
  }

  @Test
  void onlyTheHeadOfACaseIsPublished() {
    DeliveryId head = delivery(newCase(), 1, DeliveryState.WAITING);
    delivery(head.caseNumber(), 2, DeliveryState.BEHIND);

    assertThat(claim(NOON)).extracting(LaneMessage::id).containsExactly(head);
  }

  @Test
  void eachLaneHasItsWaitingAndParkedDeliveriesCounted() {
    DeliveryId first = delivery(newCase(), 1, DeliveryState.WAITING);
    delivery(first.caseNumber(), 2, DeliveryState.BEHIND);
    delivery(newCase(), 1, DeliveryState.WAITING);
    delivery(newCase(), 1, DeliveryState.PARKED);
    delivery(newCase(), 1, DeliveryState.UNCONFIRMED);
    delivery(newCase(), 1, DeliveryState.SENT);

    LaneStatistics statistics = new LaneTable(database.jdbc()).statistics().get("housing");

    assertThat(statistics).isEqualTo(new LaneStatistics(2, NOON, 2));
  }

  @Test
  void aLaneWithoutWaitingDeliveriesHasItsParkedOnesCounted() {
    delivery(newCase(), 1, DeliveryState.PARKED);

    LaneStatistics statistics = new LaneTable(database.jdbc()).statistics().get("housing");

    assertThat(statistics).isEqualTo(new LaneStatistics(0, null, 1));
  }

  @Test
  void theNextDeliveryOfACaseIsReleasedWhenTheHeadIsSettled() {
    DeliveryId head = delivery(newCase(), 1, DeliveryState.WAITING);
    DeliveryId next = delivery(head.caseNumber(), 2, DeliveryState.BEHIND);
    DeliveryId last = delivery(head.caseNumber(), 3, DeliveryState.BEHIND);

    assertThat(deliveries.openNext(head.caseNumber(), "housing", NOON)).isFalse();
    deliveries.settle(head, DeliveryState.SENT, "ZF1", null, NOON);
    assertThat(deliveries.openNext(head.caseNumber(), "housing", NOON)).isTrue();
    assertThat(deliveries.openNext(head.caseNumber(), "housing", NOON)).isFalse();

    assertThat(claim(NOON)).extracting(LaneMessage::id).containsExactly(next);
    assertThat(new DeliveryViews(database.jdbc()).find(last).orElseThrow().state())
        .isEqualTo(DeliveryState.BEHIND);
  }

  @Test
  void aParkedHeadHoldsBackItsOwnCaseOnly() {
    DeliveryId parked = delivery(newCase(), 1, DeliveryState.PARKED);
    delivery(parked.caseNumber(), 2, DeliveryState.BEHIND);
    DeliveryId other = delivery(newCase(), 1, DeliveryState.WAITING);

    assertThat(deliveries.openNext(parked.caseNumber(), "housing", NOON)).isFalse();
    assertThat(claim(NOON)).extracting(LaneMessage::id).containsExactly(other);
  }

  @Test
  void thePublishNumberGrowsWithEachPublishAndALeaseKeepsTheRowAway() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);

    assertThat(claim(NOON)).containsExactly(new LaneMessage(id, 1));
    assertThat(claim(NOON.plusSeconds(59))).isEmpty();
    assertThat(claim(NOON.plus(LEASE))).containsExactly(new LaneMessage(id, 2));
  }

  @Test
  void anOlderPublishOfTheSameDeliveryIsStale() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);
    claim(NOON);
    claim(NOON.plus(LEASE));

    assertThat(attempts.load(new LaneMessage(id, 1))).isEmpty();
    assertThat(attempts.load(new LaneMessage(id, 2))).isPresent();
  }

  @Test
  void onePublishIsOneAttemptHoweverOftenItIsConsumed() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);
    claim(NOON);
    LoadedDelivery loaded = attempts.load(new LaneMessage(id, 1)).orElseThrow();

    assertThat(begin(loaded, 1)).contains(1);
    assertThat(begin(loaded, 1)).isEmpty();
    assertThat(attempts.load(new LaneMessage(id, 1))).isEmpty();
  }

  @Test
  void aDeliveryThatFailedIsNotDueBeforeItsTimeNorByAnOldPublish() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);
    claim(NOON);
    begin(attempts.load(new LaneMessage(id, 1)).orElseThrow(), 1);
    deliveries.release(
        id, NOON.plusSeconds(8), new Waiting("no answer", "HUB-4010", false, Tries.KEPT), NOON);

    assertThat(attempts.load(new LaneMessage(id, 1))).isEmpty();
    assertThat(claim(NOON.plusSeconds(7))).isEmpty();
    assertThat(claim(NOON.plusSeconds(8))).containsExactly(new LaneMessage(id, 2));
  }

  @Test
  void aLaneIsFilledUpToItsWindow() {
    for (int i = 0; i < 10; i++) {
      delivery(newCase(), 1, DeliveryState.WAITING);
    }

    assertThat(outbox.claim("housing", 4, "node-1", NOON, NOON.plus(LEASE))).hasSize(4);
    assertThat(outbox.claim("housing", 4, "node-1", NOON, NOON.plus(LEASE))).isEmpty();
    assertThat(outbox.claim("human-resources", 4, "node-1", NOON, NOON.plus(LEASE))).isEmpty();
  }

  @Test
  void twoRelaysNeverClaimTheSameRow() throws Exception {
    for (int i = 0; i < 400; i++) {
      delivery(newCase(), 1, DeliveryState.WAITING);
    }
    Set<LaneMessage> seen = Collections.synchronizedSet(new HashSet<>());
    ExecutorService relays = Executors.newFixedThreadPool(4);

    List<Future<Integer>> claimed = relays.invokeAll(Collections.nCopies(4, () -> claimAll(seen)));
    int total = 0;
    for (Future<Integer> one : claimed) {
      total += one.get();
    }
    relays.shutdown();

    assertThat(total).isEqualTo(400);
    assertThat(seen).hasSize(400).allMatch(publish -> publish.publish() == 1);
  }

  @Test
  void aNodeThatStartsFindsItsUnfinishedAttempts() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);
    claim(NOON);
    begin(attempts.load(new LaneMessage(id, 1)).orElseThrow(), 1);

    assertThat(orphans(NOON)).isEmpty();
    assertThat(attempts.disown("another-node", NOON)).isZero();
    assertThat(attempts.disown("node-1", NOON)).isEqualTo(1);
    assertThat(orphans(NOON)).hasSize(1);
  }

  @Test
  void aNodeThatStartsPublishesAgainWhatItHadClaimed() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);
    claim(NOON);

    assertThat(outbox.disown("another-node", NOON)).isZero();
    assertThat(claim(NOON)).isEmpty();
    assertThat(outbox.disown("node-1", NOON)).isEqualTo(1);
    assertThat(claim(NOON)).containsExactly(new LaneMessage(id, 2));
  }

  @Test
  void aMessageThatTheBrokerRefusedIsDueAgainUnlessItWasConsumed() {
    DeliveryId unsent = delivery(newCase(), 1, DeliveryState.WAITING);
    DeliveryId consumed = delivery(newCase(), 1, DeliveryState.WAITING);
    List<LaneMessage> claimed = claim(NOON);
    begin(attempts.load(new LaneMessage(consumed, 1)).orElseThrow(), 1);

    outbox.giveBack(claimed, NOON.plusSeconds(1));

    assertThat(claim(NOON)).isEmpty();
    assertThat(claim(NOON.plusSeconds(1))).containsExactly(new LaneMessage(unsent, 2));
  }

  @Test
  void aTryThatSaysNothingAboutTheDeliveryIsNotCounted() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);
    for (int i = 1; i <= 3; i++) {
      claim(NOON);
      begin(attempts.load(new LaneMessage(id, i)).orElseThrow(), i);
      deliveries.release(id, NOON, new Waiting("away", "HUB-4010", false, Tries.LESS_ONE), NOON);
    }
    claim(NOON);

    assertThat(attempts.load(new LaneMessage(id, 4)).orElseThrow().tries()).isZero();
  }

  @Test
  void aDeliveryPutBackFromAClosedLaneKeepsItsDoubtAndItsTries() {
    DeliveryId id = delivery(newCase(), 1, DeliveryState.WAITING);
    claim(NOON);
    begin(attempts.load(new LaneMessage(id, 1)).orElseThrow(), 1);
    deliveries.release(id, NOON, new Waiting("silence", "HUB-4011", true, Tries.KEPT), NOON);
    claim(NOON);

    deliveries.putBack(id, NOON);
    claim(NOON);

    LoadedDelivery again = attempts.load(new LaneMessage(id, 3)).orElseThrow();
    assertThat(again.doubtful()).isTrue();
    assertThat(again.tries()).isEqualTo(1);
  }

  @Test
  void aWithdrawalCancelsOnlyAnUnsentApplication() {
    DeliveryId untouched = delivery(newCase(), 1, DeliveryState.WAITING);
    DeliveryId tried = delivery(newCase(), 1, DeliveryState.WAITING);
    claim(NOON);
    begin(attempts.load(new LaneMessage(tried, 1)).orElseThrow(), 1);
    deliveries.release(tried, NOON, Waiting.toBeSent(), NOON);

    assertThat(deliveries.cancel(untouched, StoredText.of("withdrawn"), true, NOON)).isTrue();
    assertThat(deliveries.cancel(tried, StoredText.of("withdrawn"), true, NOON)).isFalse();
    assertThat(attempts.load(new LaneMessage(untouched, 1))).isEmpty();
  }

  private int claimAll(Set<LaneMessage> seen) {
    int total = 0;
    List<LaneMessage> some;
    do {
      some = claim(NOON);
      total += some.size();
      seen.addAll(some);
    } while (!some.isEmpty());
    return total;
  }

  private List<LaneMessage> claim(Instant now) {
    return outbox.claim("housing", 1000, "node-1", now, now.plus(LEASE)).stream()
        .map(Claimed::message)
        .toList();
  }

  private List<AttemptTable.Orphan> orphans(Instant now) {
    return database.transaction().execute(status -> attempts.orphans(now, 10));
  }

  private Optional<Integer> begin(LoadedDelivery loaded, int publish) {
    return attempts.begin(
        loaded, publish, new Begin("node-1", false, null, "v1"), NOON, NOON.plus(LEASE));
  }

  private CaseNumber newCase() {
    serial++;
    CaseNumber number = new CaseNumber("310101-20180702-%06d".formatted(serial));
    database
        .jdbc()
        .sql(
            """
            insert into hub_case (number, item, state, back_end, sender, sender_message_id, collecting_centre,
              home_centre, collected_at, received_at, late_upload, canonical, traceparent, changed_at)
            values (?, 'ZJ9001', 'COLLECTED', 'housing', 's', ?, 'c', 'h', now(), now(), false, ?, 't', now())
            """)
        .param(number.value())
        .param(number.value())
        .param(
            TestVault.vault()
                .seal(Cases.canonicalAt(number), "<case/>".getBytes(StandardCharsets.UTF_8)))
        .update();
    return number;
  }

  private DeliveryId delivery(CaseNumber number, int sequence, DeliveryState state) {
    DeliveryId id = new DeliveryId(number, sequence);
    deliveries.insert(
        new NewDelivery(id, "housing", DeliveryKind.APPLY, "ZJ9001", state, null, null), NOON);
    return id;
  }
}
