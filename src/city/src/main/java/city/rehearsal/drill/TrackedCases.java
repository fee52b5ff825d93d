package city.rehearsal.drill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All accounts of one drill, found by the centre's own message id. */
final class TrackedCases {
  private final Map<String, TrackedCase> byMessage = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<InboxNotice> strays = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> oddities = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong movedNanos = new AtomicLong(System.nanoTime());
  private volatile boolean clockStepped;

  TrackedCase open(PlannedCase planned) {
    return byMessage.computeIfAbsent(planned.messageId(), id -> new TrackedCase(planned));
  }

  /** A centre has its receipt or its refusal. */
  void answered() {
    answered.incrementAndGet();
    moved();
  }

  void told(InboxNotice notice) {
    moved();
    Optional.ofNullable(byMessage.get(notice.messageId()))
        .ifPresentOrElse(account -> account.told(notice, clockStepped), () -> strays.add(notice));
  }

  /** Something is wrong that is no single case's. */
  void odd(String what) {
    oddities.add(what);
  }

  void clockStepped() {
    clockStepped = true;
  }

  /** Something happened, so silence begins anew. */
  void moved() {
    movedNanos.set(System.nanoTime());
  }

  long nanosSinceMove() {
    return System.nanoTime() - movedNanos.get();
  }

  int answers() {
    return answered.get();
  }

  boolean allSettled() {
    return byMessage.values().stream().allMatch(TrackedCase::settled);
  }

  boolean withdrawalsOpen() {
    return byMessage.values().stream().anyMatch(TrackedCase::withdrawalOpen);
  }

  Collection<TrackedCase> all() {
    return byMessage.values();
  }

  List<String> oddities() {
    return List.copyOf(oddities);
  }

  /** Notices about cases that nobody here has sent. */
  List<InboxNotice> strays() {
    return List.copyOf(strays);
  }
}
