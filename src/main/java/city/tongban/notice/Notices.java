package city.tongban.notice;

import city.tongban.canonical.Ids;
import city.tongban.canonical.Problem;
import city.tongban.cases.CaseNews;
import city.tongban.cases.CaseView;
import city.tongban.clock.BusinessClock;
import city.tongban.partner.Partner;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every centre is told of its cases. */
@Service
public class Notices {
  private final NoticeTable table;
  private final LongPoll polls;
  private final Pusher pusher;
  private final BusinessClock clock;

  Notices(NoticeTable table, LongPoll polls, Pusher pusher, BusinessClock clock) {
    this.table = table;
    this.polls = polls;
    this.pusher = pusher;
    this.clock = clock;
  }

  /**
   * What came after a number, waiting for something to come when there is nothing yet. A cursor
   * beyond the end is no mistake: a restored centre may be ahead of us, and waits.
   */
  public CompletableFuture<InboxPage> inbox(String receiver, long after, int limit, Duration wait) {
    InboxPage page = page(receiver, after, limit);
    return !page.notices().isEmpty() || wait.isZero()
        ? CompletableFuture.completedFuture(page)
        : polls.wait(receiver, after, wait, () -> page(receiver, after, limit));
  }

  /**
   * Written in the transaction of what it tells; who waits for it is woken when that is committed.
   */
  @EventListener
  void hear(CaseNews news) {
    String receiver = Partner.centreOf(news.about().sender());
    Instant now = clock.business();
    boolean pushed = table.insert(receiver, notice(news, now), now, clock.wall());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            polls.wake(receiver);
            if (pushed) {
              pusher.wake();
            }
          }
        });
  }

  private static Notice notice(CaseNews news, Instant now) {
    CaseView about = news.about();
    return new Notice(
        0,
        Ids.next(),
        news.event(),
        about.number().value(),
        about.senderMessageId(),
        about.state().name(),
        about.outcome(),
        about.reason(),
        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
            now.truncatedTo(ChronoUnit.SECONDS).atZone(BusinessClock.ZONE).toOffsetDateTime()),
        what(news.problem()));
  }

  private static Notice.@Nullable What what(@Nullable Problem problem) {
    return problem == null ? null : new Notice.What(problem.code(), problem.what(), problem.fix());
  }

  private InboxPage page(String receiver, long after, int limit) {
    return InboxPage.of(table.after(receiver, after, limit), after);
  }
}
