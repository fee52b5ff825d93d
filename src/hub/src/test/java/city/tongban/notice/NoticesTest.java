package city.tongban.notice;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.tongban.canonical.Problem;
import city.tongban.cases.CaseView;
import city.tongban.cases.Cases;
import city.tongban.cases.NoticeRequested;
import city.tongban.intake.IntakeFixture;
import city.tongban.intake.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A centre is notified about its cases: of everything, in order, once and soon. */
class NoticesTest {
  private static final String CENTRE = IntakeFixture.CENTRE;

  private IntakeFixture hub;
  private Notices notices;
  private CaseView about;

  @BeforeEach
  void open() {
    hub = new IntakeFixture("city.tongban.notice");
    notices = hub.context.getBean(Notices.class);
    Receipt receipt =
        hub.intake().accept(IntakeFixture.SENDER, IntakeFixture.incoming("m-1", m -> {}));
    about = hub.context.getBean(Cases.class).get(receipt.number());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aNoticeSaysWhatHappenedToWhichOfTheSendersMessages() throws Exception {
    tell("city.tongban.delivery.parked", new Problem("HUB-9005", "what", "why", "fix", "/at"));

    Notice notice = now(0, 10).notices().get(0);

    assertThat(notice)
        .returns(1L, Notice::number)
        .returns("city.tongban.delivery.parked", Notice::event)
        .returns(about.number().value(), Notice::caseNumber)
        .returns("m-1", Notice::messageId)
        .returns("COLLECTED", Notice::state)
        .returns(new Notice.What("HUB-9005", "what", "fix"), Notice::problem);
    assertThat(notice.at()).endsWith("+08:00");
  }

  @Test
  void numbersHaveNoGapsHoweverManyWriteAndRollBack() throws Exception {
    IntStream.range(0, 64)
        .parallel()
        .forEach(
            i -> {
              if (i % 4 == 0) {
                assertThatThrownBy(() -> tellAndFail()).hasMessage("rolled back");
              } else {
                tell("city.tongban.case.accepted", null);
              }
            });

    List<Notice> all = now(0, 500).notices();

    assertThat(all)
        .extracting(Notice::number)
        .isEqualTo(LongStream.rangeClosed(1, 48).boxed().toList());
    assertThat(all).extracting(Notice::id).doesNotHaveDuplicates();
  }

  @Test
  void aCursorPagesThroughTheInboxAndMayBeBeyondItsEnd() throws Exception {
    IntStream.range(0, 5).forEach(i -> tell("city.tongban.case.accepted", null));

    assertThat(now(0, 2).next()).isEqualTo(2);
    assertThat(now(2, 2).notices()).extracting(Notice::number).containsExactly(3L, 4L);
    assertThat(now(5, 2)).isEqualTo(new InboxPage(List.of(), 5));
    assertThat(now(99, 2)).isEqualTo(new InboxPage(List.of(), 99));
  }

  @Test
  void aWaitingRequestIsWokenByTheCommitAndNotBefore() throws Exception {
    CompletableFuture<InboxPage> waiting = notices.inbox(CENTRE, 0, 10, Duration.ofSeconds(30));

    transaction()
        .executeWithoutResult(
            tx -> {
              publish("city.tongban.case.accepted", null);
              assertThat(waiting).isNotDone();
            });

    assertThat(waiting.get(60, SECONDS).next()).isEqualTo(1);
  }

  @Test
  void aNoticeOfAnotherNodeIsFoundByTheSharedQuery() throws Exception {
    CompletableFuture<InboxPage> waiting = notices.inbox(CENTRE, 0, 10, Duration.ofSeconds(30));
    hub.context
        .getBean(NoticeTable.class)
        .insert(
            CENTRE,
            List.of(
                new Notice(0, "n", "e", about.number().value(), "m", "s", null, null, "t", null)),
            about.receivedAt(),
            about.receivedAt());
    assertThat(waiting).isNotDone();

    hub.context.getBean(LongPoll.class).checkAll();

    assertThat(waiting.get(60, SECONDS).next()).isEqualTo(1);
  }

  @Test
  void aRequestIsAnsweredWithAnEmptyPageWhenTheTimeIsOver() throws Exception {
    assertThat(notices.inbox(CENTRE, 7, 10, Duration.ofMillis(50)).get(60, SECONDS))
        .isEqualTo(new InboxPage(List.of(), 7));
    assertThat(hub.context.getBean(LongPollRegistry.class).receivers()).isEmpty();
  }

  @Test
  void oneCentreCannotTakeAllWaitingPlaces() {
    List<CompletableFuture<InboxPage>> waiting =
        IntStream.rangeClosed(0, LongPollRegistry.WAITING_PER_RECEIVER_MAX)
            .mapToObj(i -> notices.inbox(CENTRE, 0, 10, Duration.ofSeconds(30)))
            .toList();

    assertThat(waiting.get(LongPollRegistry.WAITING_PER_RECEIVER_MAX)).isCompleted();
    assertThat(waiting.subList(0, LongPollRegistry.WAITING_PER_RECEIVER_MAX))
        .allSatisfy(answer -> assertThat(answer).isNotDone());
  }

  @Test
  void everyWaitingRequestIsAnsweredWhenTheHubStops() throws Exception {
    CompletableFuture<InboxPage> waiting = notices.inbox(CENTRE, 0, 10, Duration.ofSeconds(30));

    hub.context.getBean(LongPoll.class).stop();

    assertThat(waiting.get(1, SECONDS)).isEqualTo(new InboxPage(List.of(), 0));
  }

  private InboxPage now(long after, int limit) throws Exception {
    return notices.inbox(CENTRE, after, limit, Duration.ZERO).get(1, SECONDS);
  }

  private void tell(String event, Problem problem) {
    transaction().executeWithoutResult(tx -> publish(event, problem));
  }

  private void tellAndFail() {
    transaction()
        .executeWithoutResult(
            tx -> {
              publish("city.tongban.case.accepted", null);
              throw new IllegalStateException("rolled back");
            });
  }

  private void publish(String event, Problem problem) {
    hub.context.publishEvent(new NoticeRequested(about, event, problem));
  }

  private TransactionTemplate transaction() {
    return hub.context.getBean(TransactionTemplate.class);
  }
}
