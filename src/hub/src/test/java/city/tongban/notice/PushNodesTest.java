package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.notice.Receiver.Got;
import city.tongban.notice.WebhookBulkhead.Permit;
import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several nodes push, and nodes die in the middle: nothing is lost, and a repeat is known as one.
 */
class PushNodesTest {
  private static final String CENTRE = PushBench.CENTRE;
  private static final Duration LEASE = PushBench.limits(Map.of()).lease();

  private final TestClock clock = new TestClock("2026-03-02T01:00:00Z");
  private TestDatabase database;
  private PushBench hub;
  private Receiver receiver;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.create();
    receiver = new Receiver(clock);
    hub = new PushBench(database, clock, "one", Map.of());
  }

  @AfterEach
  void close() {
    hub.close();
    receiver.close();
    database.close();
  }

  @Test
  void twoNodesAtOnceSendEachNoticeOnceAndInOrder() {
    List<String> centres = IntStream.range(0, 10).mapToObj(i -> "3101010020" + i).toList();
    centres.forEach(centre -> hub.register(centre, receiver, "/" + centre));
    try (PushBench other = new PushBench(database, clock, "two", Map.of())) {
      IntStream.range(0, 300)
          .parallel()
          .forEach(i -> (i % 2 == 0 ? hub : other).tell(centres.get(i % 10)));
      hub.settle();
    }

    for (String centre : centres) {
      assertThat(receiver.got("/" + centre))
          .extracting(Got::number)
          .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
    }
  }

  @Test
  void anUnfinishedPushOfADeadNodeIsSentAgainUnderTheSameIdAfterItsLease() {
    dieAfterSending("dead");
    hub.the(WebhookDispatcher.class).start();
    assertThat(due()).as("no node takes it before").isEmpty();

    clock.advance(LEASE);
    hub.settle();

    assertThat(receiver.got()).hasSize(2).extracting(Got::verdict).containsOnly("ok");
    assertThat(receiver.got()).extracting(Got::id).containsOnly(receiver.got().get(0).id());
    assertThat(hub.hook(CENTRE)).returns(1L, Webhook::taken);
  }

  @Test
  void aNodeThatRestartsResumesItsUnfinishedPushesAtOnce() {
    dieAfterSending("one");

    hub.the(WebhookDispatcher.class).start();
    hub.settle();

    assertThat(receiver.got()).hasSize(2).extracting(Got::number).containsOnly(1L);
    assertThat(hub.hook(CENTRE)).returns(1L, Webhook::taken);
  }

  @Test
  void aRestartInTheMiddleLosesNothingAndKeepsTheOrder() throws Exception {
    CountDownLatch middle = new CountDownLatch(100);
    receiver.answers(
        call -> {
          middle.countDown();
          call.sendResponseHeaders(204, -1);
        });
    hub.register(CENTRE, receiver, "/");
    hub.tell(CENTRE, 300);
    middle.await();

    hub.close();
    hub = new PushBench(database, clock, "one", Map.of());
    hub.settle();
    clock.advance(LEASE); // what the stop cut off is tried again
    hub.settle();

    List<Long> numbers = receiver.got().stream().map(Got::number).toList();
    assertThat(numbers.stream().distinct().toList())
        .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
    assertThat(numbers).isSorted();
    assertThat(receiver.got().stream().map(Got::id).distinct()).hasSize(300);
  }

  @Test
  void aNodeThatLostItsLeaseWritesNothing() {
    PushLease lost = dieAfterSending("dead");
    hub.tell(CENTRE);
    hub.the(WebhookDispatcher.class).start();
    clock.advance(LEASE);
    hub.settle();
    assertThat(hub.hook(CENTRE)).returns(2L, Webhook::taken);

    PushAttempt push = carry(lost);
    assertThat(hub.the(PushRecorder.class).taken(lost, push, true)).isEmpty();
    hub.the(PushRecorder.class).failed(lost, push, PushFailures.of(500));

    assertThat(hub.hook(CENTRE)).returns(2L, Webhook::taken).returns(0, Webhook::tries);
    assertThat(hub.stops()).containsExactly("web-hook-registered", "pushed", "pushed");
  }

  @Test
  void aLeaseEndsWithItsWebhook() {
    PushLease lost = dieAfterSending("dead");
    PushAttempt push = carry(lost);
    hub.webHooks().remove(CENTRE);
    hub.register(CENTRE, receiver, "/again");
    hub.tell(CENTRE);

    assertThat(hub.the(PushRecorder.class).taken(lost, push, true)).isEmpty();

    hub.the(WebhookDispatcher.class).start();
    hub.settle();
    assertThat(receiver.got("/again")).extracting(Got::number).containsExactly(2L);
  }

  /** A node claims and sends, and never records the outcome. */
  private PushLease dieAfterSending(String node) {
    hub.the(WebhookDispatcher.class).stop();
    hub.register(CENTRE, receiver, "/");
    hub.tell(CENTRE);
    Instant now = clock.instant();
    PushLease claim = hub.the(PushTable.class).claim(false, 5, node, now, now.plus(LEASE)).get(0);
    carry(claim);
    return claim;
  }

  private PushAttempt carry(PushLease claim) {
    Notice notice = hub.the(NoticeTable.class).after(CENTRE, claim.taken(), 1).get(0);
    Permit permit = new WebhookBulkhead(1, 1).enter(false).orElseThrow();
    return hub.the(WebhookSender.class).send(claim, notice, permit);
  }

  private List<PushLease> due() {
    return hub.the(PushTable.class)
        .claim(false, 5, "asks", clock.instant(), clock.instant().plus(LEASE));
  }
}
