package city.tongban.delivery.batch;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.CaseNumber;
import city.tongban.canonical.DeliveryId;
import city.tongban.canonical.Fault;
import city.tongban.canonical.MessageKey;
import city.tongban.cases.Cases;
import city.tongban.clock.BusinessClock;
import city.tongban.connector.Connector;
import city.tongban.delivery.BatchState;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.DeliveryState;
import city.tongban.delivery.batch.BatchTable.Due;
import city.tongban.delivery.lane.LaneMessage;
import city.tongban.delivery.outbox.DeliveryTable;
import city.tongban.delivery.outbox.DeliveryTable.NewDelivery;
import city.tongban.delivery.outbox.DeliveryViews;
import city.tongban.delivery.outbox.Outbox;
import city.tongban.delivery.outbox.Outbox.Claimed;
import city.tongban.mapping.MappedMessage;
import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import city.tongban.vault.TestVault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.env.MockEnvironment;

/** Which delivery is in which batch when several nodes change it at once; on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchesTest {
  private static final String INSURER = "medical-insurance";
  private static final Instant MORNING = Instant.parse("2018-07-02T00:30:00Z");
  private static final int LIMIT = 50;
  private final Connector insurer =
      ShippedConnectors.with(INSURER, Map.of("lines: 5000", "lines: " + LIMIT));

  private final TestClock wall = new TestClock("2026-11-01T00:00:00Z");
  private TestDatabase database;
  private BusinessClock clock;
  private BatchTable batches;
  private BatchLineTable lines;
  private BatchContent content;
  private BatchAssembler assembler;
  private DeliveryTable deliveries;
  private Outbox outbox;
  private int serial;

  @BeforeAll
  void open() {
    database = TestDatabase.create();
    clock = new BusinessClock(database.jdbc(), wall, new MockEnvironment());
    clock.startAt(MORNING);
    batches = new BatchTable(database.jdbc());
    lines = new BatchLineTable(database.jdbc());
    content = new BatchContent(database.jdbc(), TestVault.vault());
    deliveries = new DeliveryTable(database.jdbc(), TestVault.vault());
    outbox = new Outbox(database.jdbc());
    assembler = new BatchAssembler(batches, lines, content, clock, event -> {});
  }

  @AfterAll
  void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    database.jdbc().sql("truncate hub_case, batch cascade").update();
  }

  @Test
  void aBatchClosesAtItsHourAndTakesNoMoreDeliveries() {
    List<LaneMessage> two = waiting(2);
    join(two.get(0));
    wall.advance(Duration.ofHours(12)); // past noon, at whatever hour the earlier tests ended

    join(two.get(1));

    assertThat(states()).containsExactly("CLOSED", "OPEN");
    assertThat(perBatch()).containsExactly(1L, 1L);
  }

  @Test
  void aBatchWhoseDeliveriesAreAllWithdrawnWaitsForItsNextHour() {
    LaneMessage only = waiting(1).get(0);
    join(only);
    inTransaction(() -> assembler.leave(only.id(), MessageKey.WITHDRAWN_UNSENT.with()));
    wall.advance(Duration.ofHours(24));

    closeDue();

    assertThat(states()).containsExactly("OPEN");
    assertThat(batches.nextDue(clock.business())).isEmpty();
    assertThat(state(only.id())).isEqualTo(DeliveryState.CANCELLED);
  }

  @Test
  void deliveriesThatJoinAtOnceFillEachBatchToItsLimitAndNoneIsLost() throws Exception {
    List<LaneMessage> all = waiting(420);

    atOnce(8, split(all, 8).stream().map(this::joinAll).toList());

    assertThat(perBatch()).hasSize(9).filteredOn(n -> n == LIMIT).hasSize(8);
    assertThat(perBatch().stream().mapToLong(Long::longValue).sum()).isEqualTo(420);
    assertThat(states()).containsOnly("CLOSED", "OPEN").filteredOn("OPEN"::equals).hasSize(1);
  }

  @Test
  void aDeliveryThatJoinsWhileABatchClosesIsInThatFileOrInTheNext() throws Exception {
    List<LaneMessage> all = waiting(200);
    List<Callable<Void>> joinAndClose =
        new ArrayList<>(split(all, 4).stream().map(this::joinAll).toList());
    joinAndClose.add(
        () -> {
          for (int i = 0; i < 40; i++) {
            database
                .jdbc()
                .sql("update batch set closes_at = '2018-01-01' where state = 'OPEN'")
                .update();
            closeDue();
          }
          return null;
        });

    atOnce(5, joinAndClose);

    assertThat(perBatch().stream().mapToLong(Long::longValue).sum()).isEqualTo(200);
    assertThat(rowsWithoutTheirCount()).isZero();
    assertThat(deliveriesIn(DeliveryState.SENDING)).isEqualTo(200);
  }

  @Test
  void aDeliveryWithdrawnWhileTheBatchClosesIsCancelledOrInTheFile() throws Exception {
    List<LaneMessage> all = waiting(40);
    all.forEach(this::join);
    database.jdbc().sql("update batch set closes_at = '2018-01-01'").update();
    List<Callable<Void>> leaveAndClose =
        new ArrayList<>(
            split(all, 4).stream()
                .<Callable<Void>>map(
                    some ->
                        () -> {
                          some.forEach(
                              p ->
                                  inTransaction(
                                      () ->
                                          assembler.leave(
                                              p.id(), MessageKey.WITHDRAWN_UNSENT.with())));
                          return null;
                        })
                .toList());
    leaveAndClose.add(
        () -> {
          closeDue();
          return null;
        });

    atOnce(5, leaveAndClose);

    long inTheFile = perBatch().stream().mapToLong(Long::longValue).sum();
    assertThat(rowsWithoutTheirCount()).isZero();
    assertThat(deliveriesIn(DeliveryState.SENDING)).isEqualTo(inTheFile);
    assertThat(deliveriesIn(DeliveryState.CANCELLED)).isEqualTo(40 - inTheFile);
  }

  @Test
  void twoNodesCloseAndClaimABatchOnce() throws Exception {
    waiting(3).forEach(this::join);
    database.jdbc().sql("update batch set closes_at = '2018-01-01'").update();
    List<Long> claimed = Collections.synchronizedList(new ArrayList<>());

    atOnce(
        4,
        Collections.nCopies(
            4,
            () -> {
              closeDue();
              claim().ifPresent(claimed::add);
              return null;
            }));
    claim().ifPresent(claimed::add); // a claim before the close found nothing

    assertThat(claimed).hasSize(1);
    assertThat(states()).containsExactly("SENDING");
    assertThat(database.jdbc().sql("select count(*) from batch_attempt").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void anOlderPublishJoinsNothing() {
    LaneMessage first = waiting(1).get(0);
    outbox.giveBack(List.of(first), wall.instant());
    LaneMessage second = claimOutbox().get(0);

    join(first);
    assertThat(perBatch()).isEmpty();
    join(second);
    join(second);

    assertThat(perBatch()).containsExactly(1L);
  }

  @Test
  void theBytesOfAFileAreComposedOnceAndStored() {
    waiting(2).forEach(this::join);
    long batch = database.jdbc().sql("select number from batch").query(Long.class).single();
    assertThat(content.lines(batch)).hasSize(2);

    content.keep(batch, "first".getBytes(StandardCharsets.UTF_8));
    content.keep(batch, "second".getBytes(StandardCharsets.UTF_8));

    assertThat(content.file(batch)).isEqualTo("first".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aNodeThatStartsFindsItsOwnUnfinishedUploadsOnly() {
    waiting(1).forEach(this::join);
    database.jdbc().sql("update batch set closes_at = '2018-01-01'").update();
    closeDue();
    claim();

    assertThat(batches.disown("another-node", wall.instant())).isZero();
    assertThat(batches.orphans(INSURER, wall.instant())).isEmpty();
    assertThat(batches.disown("node-1", wall.instant())).isEqualTo(1);
    assertThat(batches.orphans(INSURER, wall.instant())).hasSize(1);
  }

  @Test
  void aRefusedFileIsParkedWithAllItsUnansweredDeliveries() {
    List<LaneMessage> two = waiting(2);
    two.forEach(this::join);
    database.jdbc().sql("update batch set closes_at = '2018-01-01'").update();
    closeDue();
    long batch = claim().orElseThrow();
    lines.sent(batch, wall.instant());
    lines.answered(batch, two.get(0).id());
    var why = Fault.of("HUB-5016", "refused").problem();

    assertThat(batches.park(batch, BatchState.PARKED, why, wall.instant())).isTrue();
    assertThat(lines.park(batch, DeliveryState.PARKED, why, wall.instant()))
        .containsExactly(two.get(1).id());

    assertThat(state(two.get(0).id())).isEqualTo(DeliveryState.SENT);
    assertThat(state(two.get(1).id())).isEqualTo(DeliveryState.PARKED);
  }

  private Callable<Void> joinAll(List<LaneMessage> some) {
    return () -> {
      some.forEach(this::join);
      return null;
    };
  }

  private void join(LaneMessage publish) {
    MappedMessage line =
        new MappedMessage(
            "line".getBytes(StandardCharsets.UTF_8), insurer.contentType(), insurer.version());
    inTransaction(
        () -> {
          assembler.join(insurer, publish.id(), publish.publish(), line);
          return true;
        });
  }

  private void closeDue() {
    inTransaction(
        () -> {
          assembler.closeDue(insurer);
          return true;
        });
  }

  private Optional<Long> claim() {
    return Optional.ofNullable(
        inTransaction(
            () -> {
              Optional<Due> due = batches.lockToSend(INSURER, wall.instant());
              due.ifPresent(
                  d ->
                      batches.begin(
                          d.number(),
                          "node-1",
                          "v1",
                          wall.instant(),
                          wall.instant().plusSeconds(60)));
              return due.map(Due::number).orElse(null);
            }));
  }

  private <T> T inTransaction(Callable<T> work) {
    return database
        .transaction()
        .execute(
            status -> {
              try {
                return work.call();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static void atOnce(int threads, List<Callable<Void>> work) throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(threads);
    for (Future<Void> one : nodes.invokeAll(work)) {
      one.get();
    }
    nodes.shutdown();
  }

  private static List<List<LaneMessage>> split(List<LaneMessage> all, int parts) {
    List<List<LaneMessage>> split = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      int part = i;
      split.add(all.stream().filter(p -> all.indexOf(p) % parts == part).toList());
    }
    return split;
  }

  private List<LaneMessage> waiting(int count) {
    for (int i = 0; i < count; i++) {
      serial++;
      CaseNumber number = new CaseNumber("310101-20180702-%06d".formatted(serial));
      database
          .jdbc()
          .sql(
              """
              insert into hub_case (number, item, state, back_end, sender, sender_message_id, collecting_centre,
                home_centre, collected_at, received_at, late_upload, canonical, traceparent, changed_at)
              values (?, 'RS9003', 'COLLECTED', ?, 's', ?, 'c', 'h', now(), now(), false, ?, 't', now())
              """)
          .param(number.value())
          .param(INSURER)
          .param(number.value())
          .param(
              TestVault.vault()
                  .seal(Cases.canonicalAt(number), "<case/>".getBytes(StandardCharsets.UTF_8)))
          .update();
      deliveries.insert(
          new NewDelivery(
              new DeliveryId(number, 1),
              INSURER,
              DeliveryKind.APPLY,
              "RS9003",
              DeliveryState.WAITING,
              null,
              null),
          wall.instant());
    }
    return claimOutbox();
  }

  private List<LaneMessage> claimOutbox() {
    return outbox
        .claim(INSURER, 10_000, "node-1", wall.instant(), wall.instant().plusSeconds(60))
        .stream()
        .map(Claimed::message)
        .toList();
  }

  private List<String> states() {
    return database
        .jdbc()
        .sql("select state from batch order by number")
        .query(String.class)
        .list();
  }

  private List<Long> perBatch() {
    return database
        .jdbc()
        .sql("select count(*) from batch_line group by batch order by batch")
        .query(Long.class)
        .list();
  }

  private long rowsWithoutTheirCount() {
    return database
        .jdbc()
        .sql(
            """
            select count(*) from batch b
            where lines <> (select count(*) from batch_line l where l.batch = b.number)
            """)
        .query(Long.class)
        .single();
  }

  private long deliveriesIn(DeliveryState state) {
    return database
        .jdbc()
        .sql("select count(*) from delivery where state = ?")
        .param(state.name())
        .query(Long.class)
        .single();
  }

  private DeliveryState state(DeliveryId id) {
    return new DeliveryViews(database.jdbc()).find(id).orElseThrow().state();
  }
}
