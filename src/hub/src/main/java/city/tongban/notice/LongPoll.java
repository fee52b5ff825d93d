package city.tongban.notice;

import city.tongban.notice.LongPollRegistry.LongPollRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets a centre wait for new notices without holding a thread.
 *
 * <p>A notice written on this node wakes the waiting requests at its commit. Notices of other nodes
 * are found by one query a second, shared by all waiting requests.
 */
@Component
class LongPoll implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LongPoll.class);

  private final LongPollRegistry registry;
  private final NoticeTable table;
  private final ExecutorService checks =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "notices"));
  private volatile boolean open;

  LongPoll(LongPollRegistry registry, NoticeTable table) {
    this.registry = registry;
    this.table = table;
  }

  /** The page once it is not empty, or the empty page when the time is over. */
  CompletableFuture<InboxPage> wait(
      String receiver, long after, Duration most, Supplier<InboxPage> reading) {
    CompletableFuture<InboxPage> answer = new CompletableFuture<>();
    InboxPage empty = new InboxPage(List.of(), after);
    LongPollRequest request =
        new LongPollRequest(
            receiver, after, () -> check(reading, answer), () -> answer.complete(empty));
    if (!open || !registry.add(request)) {
      return CompletableFuture.completedFuture(reading.get());
    }
    answer.completeOnTimeout(empty, most.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<InboxPage> released =
        answer.whenComplete((page, failure) -> registry.remove(request));
    check(reading, answer); // after registering, so that a commit in between is not missed
    return released;
  }

  void wake(String receiver) {
    if (open) {
      checks.execute(() -> registry.of(receiver).forEach(request -> request.check().run()));
    }
  }

  @Scheduled(fixedDelayString = "PT1S")
  void checkAll() {
    Set<String> receivers = registry.receivers();
    if (!receivers.isEmpty()) {
      Map<String, Long> last = table.last(receivers);
      receivers.stream()
          .flatMap(receiver -> registry.of(receiver).stream())
          .filter(request -> last.getOrDefault(request.receiver(), 0L) > request.after())
          .forEach(request -> request.check().run());
    }
  }

  private static void check(Supplier<InboxPage> reading, CompletableFuture<InboxPage> answer) {
    try {
      InboxPage page = reading.get();
      if (!page.notices().isEmpty()) {
        answer.complete(page);
      }
    } catch (DataAccessException e) {
      LOG.warn("an inbox could not be read; its waiting requests are checked again", e);
    }
  }

  @Override
  public void start() {
    open = true;
  }

  /** Answers all waiting requests first, so that the web server need not wait for them. */
  @Override
  public void stop() {
    open = false;
    registry.receivers().stream()
        .flatMap(receiver -> registry.of(receiver).stream())
        .forEach(request -> request.release().run());
    checks.shutdown();
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
