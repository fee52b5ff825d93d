package city.tongban.notice;

import city.tongban.canonical.Ids;
import city.tongban.canonical.Problem;
import city.tongban.cases.CaseView;
import city.tongban.cases.NoticeRequested;
import city.tongban.clock.BusinessClock;
import city.tongban.partner.Partner;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The notices of each centre about its cases: writes them and reads its inbox. */
@Service
public class Notices {
  private final NoticeTable table;
  private final LongPoll polls;
  private final WebhookDispatcher dispatcher;
  private final BusinessClock clock;

  Notices(NoticeTable table, LongPoll polls, WebhookDispatcher dispatcher, BusinessClock clock) {
    this.table = table;
    this.polls = polls;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  /**
   * The notices after a number; waits for one when there is none yet. A cursor beyond the last
   * notice is no error: it waits too.
   */
  public CompletableFuture<InboxPage> inbox(String receiver, long after, int limit, Duration wait) {
    InboxPage page = page(receiver, after, limit);
    return !page.notices().isEmpty() || wait.isZero()
        ? CompletableFuture.completedFuture(page)
        : polls.wait(receiver, after, wait, () -> page(receiver, after, limit));
  }

  /**
   * Writes the notice in the transaction of the event it reports: all notices of one transaction to
   * one receiver in one statement. Requests that wait for them are woken after the commit.
   */
  @EventListener
  void on(NoticeRequested news) {
    String receiver = Partner.centreOf(news.about().sender());
    Notice notice = notice(news, clock.business());
    pending().computeIfAbsent(receiver, first -> new ArrayList<>(3)).add(notice);
  }

  /** By receiver, in one order everywhere, so that no two transactions wait for each other. */
  private Map<String, List<Notice>> pending() {
    @SuppressWarnings("unchecked")
    Map<String, List<Notice>> pending =
        (Map<String, List<Notice>>) TransactionSynchronizationManager.getResource(this);
    return pending == null ? begin() : pending;
  }

  private Map<String, List<Notice>> begin() {
    Map<String, List<Notice>> pending = new TreeMap<>();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          private boolean pushed;

          @Override
          public void beforeCommit(boolean readOnly) {
            pending.forEach(
                (receiver, notices) ->
                    pushed |= table.insert(receiver, notices, clock.business(), clock.wall()));
          }

          @Override
          public void afterCommit() {
            pending.keySet().forEach(polls::wake);
            if (pushed) {
              dispatcher.wake();
            }
          }

          @Override
          public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Notices.this);
          }
        });
    TransactionSynchronizationManager.bindResource(this, pending);
    return pending;
  }

  private static Notice notice(NoticeRequested news, Instant now) {
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
