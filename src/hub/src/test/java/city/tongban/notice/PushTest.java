package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Refusal;
import city.tongban.notice.Receiver.Got;
import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices are pushed to a webhook in order, signed, and again until the receiver accepts them. */
class PushTest {
  private static final String CENTRE = PushBench.CENTRE;
  private static final String PATH = "/notices";
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final TestClock clock = new TestClock("2026-03-02T01:00:00Z");
  private TestDatabase database;
  private PushBench hub;
  private Receiver receiver;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.create();
    receiver = new Receiver(clock);
    hub =
        new PushBench(
            database,
            clock,
            "one",
            Map.of("hub.notice.push.attempts", "3", "hub.notice.push.back-off-max", "6s"));
    hub.register(CENTRE, receiver, PATH);
  }

  @AfterEach
  void close() {
    hub.close();
    receiver.close();
    database.close();
  }

  @Test
  void aNoticeArrivesSignedAsACloudEventWithItsTrace() {
    hub.tell(CENTRE);
    hub.settle();

    assertThat(receiver.got())
        .singleElement()
        .satisfies(
            got -> {
              assertThat(got.verdict()).isEqualTo("ok");
              assertThat(got.header("Content-type")).startsWith("application/cloudevents+json");
              assertThat(got.header("Traceparent")).isEqualTo(PushBench.TRACE);
              assertThat(got.event().path("specversion").asText()).isEqualTo("1.0");
              assertThat(got.event().path("type").asText()).isEqualTo("city.tongban.case.moved");
              assertThat(got.event().path("subject").asText()).isEqualTo(PushBench.CASE.value());
              assertThat(got.event().path("sequence").asText()).isEqualTo("0000000000000000001");
              assertThat(got.event().path("data").path("messageId").asText()).isEqualTo("m-1");
            });
    assertThat(hub.hook(CENTRE)).returns(1L, Webhook::taken).returns(0L, Webhook::waiting);
    assertThat(hub.stops()).containsExactly("web-hook-registered", "pushed");
  }

  @Test
  void noticesComeInOrderAndOneAtATimeHoweverManyAreWritten() {
    IntStream.range(0, 60).parallel().forEach(i -> hub.tell(CENTRE));
    hub.settle();

    assertThat(numbers()).isEqualTo(upTo(60));
    assertThat(receiver.mostAtOnce()).isEqualTo(1);
    assertThat(receiver.got()).extracting(Got::verdict).containsOnly("ok");
  }

  @Test
  void aChangedByteOfBodyIdOrTimeStampDoesNotVerify() {
    hub.tell(CENTRE);
    hub.settle();
    Got got = receiver.got().get(0);
    String id = got.header("Hub-notice");
    String time = got.header("Hub-timestamp");
    String signature = got.header("Hub-signature");

    for (int i = 0; i < got.body().length; i++) {
      byte[] changed = got.body().clone();
      changed[i] ^= 1;
      assertThat(receiver.verdict(id, time, signature, changed)).isEqualTo("forged");
    }
    String later = Long.toString(Long.parseLong(time) + 1);
    assertThat(receiver.verdict(id, later, signature, got.body())).isEqualTo("forged");
    assertThat(receiver.verdict(id + "1", time, signature, got.body())).isEqualTo("forged");
    assertThat(receiver.verdict(id, time, signature, got.body())).isEqualTo("ok");
  }

  @Test
  void aReplayIsTooOldButAnotherTryIsFreshHoweverLateItIs() {
    receiver.answers(500);
    hub.tell(CENTRE);
    hub.settle();
    receiver.answers(204);
    clock.advance(Duration.ofMinutes(6));
    hub.settle();

    Got first = receiver.got().get(0);
    Got second = receiver.got().get(1);
    assertThat(second).returns(first.id(), Got::id).returns("ok", Got::verdict);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Hub-timestamp")).isNotEqualTo(first.header("Hub-timestamp"));
    assertThat(
            receiver.verdict(
                first.id(),
                first.header("Hub-timestamp"),
                first.header("Hub-signature"),
                first.body()))
        .isEqualTo("too old");
    assertThat(hub.stops()).containsExactly("web-hook-registered", "push-failed", "pushed");
  }

  @Test
  void eachPauseIsLongerThanThePreviousOneAndHasNoTry() {
    receiver.answers(503);
    hub.tell(CENTRE);
    hub.settle();
    assertPause(FIRST_PAUSE);

    clock.advance(Duration.between(clock.instant(), due()).minusMillis(1));
    hub.settle();
    assertThat(receiver.got()).hasSize(1);

    clock.advance(Duration.ofMillis(1));
    hub.settle();
    assertThat(receiver.got()).hasSize(2);
    assertPause(FIRST_PAUSE.multipliedBy(2));
  }

  @Test
  void afterTheLastTryTheNextNoticeIsParkedAndTheOthersWait() throws Exception {
    park();
    hub.tell(CENTRE);
    clock.advance(Duration.ofDays(1));
    hub.settle();

    assertThat(numbers()).containsExactly(1L, 1L, 1L);
    assertThat(hub.hook(CENTRE))
        .returns(WebhookState.PARKED, Webhook::state)
        .returns("HUB-5028", Webhook::errorCode)
        .returns(2L, Webhook::waiting);
    assertThat(hub.webHooks().inState(WebhookState.PARKED, 10))
        .extracting(Webhook::centre)
        .containsExactly(CENTRE);
    assertThat(hub.stops()).endsWith("push-failed", "push-failed", "push-failed", "parked");
    assertThat(inbox()).as("the inbox can be read all the same").isEqualTo(upTo(2));
  }

  @Test
  void anOperatorsResendReleasesTheParkedNoticeAndAllBehindIt() {
    park();
    hub.tell(CENTRE);
    receiver.answers(204);

    hub.webHooks().resend(CENTRE, "operator", "their server is back");
    hub.settle();

    assertThat(numbers()).containsExactly(1L, 1L, 1L, 1L, 2L);
    assertThat(hub.hook(CENTRE)).returns(WebhookState.ACTIVE, Webhook::state);
    assertThat(hub.stops()).endsWith("parked", "resent", "pushed", "pushed");
  }

  @Test
  void anOperatorsSkipLeavesTheNoticeInTheInboxAndGoesOnBehindIt() throws Exception {
    park();
    hub.tell(CENTRE);
    receiver.answers(204);

    hub.webHooks().skip(CENTRE, "operator", "they read it from the inbox");
    hub.settle();

    assertThat(numbers()).containsExactly(1L, 1L, 1L, 2L);
    assertThat(inbox()).isEqualTo(upTo(2));
    assertThat(hub.stops()).endsWith("parked", "skipped", "pushed");
  }

  @Test
  void anOperatorCanForceTheNextTryAndCannotReleaseAWebhookThatIsNotWaiting() {
    assertNothingToRelease(() -> hub.webHooks().resend(CENTRE, "operator", "why not"));
    assertNothingToRelease(() -> hub.webHooks().skip(CENTRE, "operator", "why not"));
    receiver.answers(500);
    hub.tell(CENTRE);
    hub.settle();
    assertNothingToRelease(() -> hub.webHooks().skip(CENTRE, "operator", "still trying"));
    receiver.answers(204);

    hub.webHooks().resend(CENTRE, "operator", "their server is back");
    hub.settle();

    assertThat(numbers()).containsExactly(1L, 1L);
  }

  @Test
  void status410DisablesTheWebhookUntilTheCentreRegistersAgain() throws Exception {
    receiver.answers(410);
    hub.tell(CENTRE);
    hub.settle();
    receiver.answers(204);
    hub.tell(CENTRE);
    clock.advance(Duration.ofDays(1));
    hub.settle();

    assertThat(numbers()).containsExactly(1L);
    assertThat(hub.hook(CENTRE))
        .returns(WebhookState.DISABLED, Webhook::state)
        .returns("HUB-5027", Webhook::errorCode);
    assertNothingToRelease(() -> hub.webHooks().resend(CENTRE, "operator", "they are back"));
    assertThat(inbox()).isEqualTo(upTo(2));

    assertThat(hub.register(CENTRE, receiver.url(PATH))).as("the secret stays").isNull();
    hub.settle();
    assertThat(numbers()).containsExactly(1L, 1L, 2L);
  }

  @Test
  void theOldSecretSignsBesideTheNewOneForADay() {
    String old = register(true, null).keyId();
    hub.tell(CENTRE);
    hub.settle();
    assertThat(receiver.got().get(0).header("Hub-signature")).contains(",", old + "=");
    receiver.forgets(old);
    assertThat(verdictOf(0)).as("by the previous secret").isEqualTo("ok");

    clock.advance(Duration.ofHours(25));
    hub.tell(CENTRE);
    hub.settle();
    assertThat(receiver.got().get(1).header("Hub-signature")).startsWith(old).doesNotContain(",");
  }

  @Test
  void theSecretIsEncryptedInTheDatabase() {
    Webhooks.NewSecret told = register(true, null);

    assertThat(
            database
                .jdbc()
                .sql("select encode(secret, 'hex') from web_hook_secret where key_id = ?")
                .param(told.keyId())
                .query(String.class)
                .single())
        .doesNotContain(told.secret());
  }

  @Test
  void aCentreMayChooseTheNoticeThatThePushStartsWith() {
    hub.webHooks().remove(CENTRE);
    hub.tell(CENTRE, 3);
    register(false, 1L);
    hub.settle();
    assertThat(numbers()).containsExactly(2L, 3L);

    register(false, 0L);
    hub.settle();
    assertThat(numbers()).containsExactly(2L, 3L, 1L, 2L, 3L);

    assertThatThrownBy(() -> register(false, 4L))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.problem().code()).isEqualTo("HUB-5029"));
  }

  @Test
  void withoutAWebhookNothingIsPushed() throws Exception {
    hub.webHooks().remove(CENTRE);
    hub.tell(CENTRE);
    hub.settle();

    assertThat(receiver.got()).isEmpty();
    assertThat(inbox()).isEqualTo(upTo(1));
    assertThatThrownBy(() -> hub.hook(CENTRE))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.problem().code()).isEqualTo("HUB-5021"));
  }

  private void park() {
    receiver.answers(500);
    hub.tell(CENTRE);
    for (int i = 0; i < 3; i++) {
      hub.settle();
      clock.advance(Duration.ofMinutes(1));
    }
  }

  private Webhooks.NewSecret register(boolean newSecret, Long after) {
    Webhooks.Registration order = new Webhooks.Registration(receiver.url(PATH), after, newSecret);
    Webhooks.NewSecret told = hub.webHooks().register(CENTRE, order).secret();
    if (told != null) {
      receiver.knows(told);
    }
    return told;
  }

  private String verdictOf(int n) {
    Got got = receiver.got().get(n);
    return receiver.verdict(
        got.id(), got.header("Hub-timestamp"), got.header("Hub-signature"), got.body());
  }

  private List<Long> numbers() {
    return receiver.got(PATH).stream().map(Got::number).toList();
  }

  private List<Long> inbox() throws Exception {
    return hub.the(Notices.class).inbox(CENTRE, 0, 100, Duration.ZERO).get().notices().stream()
        .map(Notice::number)
        .toList();
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private Instant due() {
    return hub.hook(CENTRE).dueAt();
  }

  private void assertPause(Duration most) {
    assertThat(due())
        .isBetween(
            clock.instant().plus(most.multipliedBy(4).dividedBy(5)), clock.instant().plus(most));
  }

  private static void assertNothingToRelease(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.problem().code()).isEqualTo("HUB-5022"));
  }
}
