package city.rehearsal.drill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** All cases of one drill, by the centre's message id. */
final class TrackedCases {
  private final Map<String, TrackedCase> byMessage = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<InboxNotice> strays = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> deviations = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong movedNanos = new AtomicLong(System.nanoTime());
  private volatile boolean clockStepped;

  TrackedCase open(PlannedCase planned) {
    return byMessage.computeIfAbsent(planned.messageId(), id -> new TrackedCase(planned));
  }

  /** Records a receipt or a refusal. */
  void answered() {
    answered.incrementAndGet();
    moved();
  }

  void told(InboxNotice notice) {
    moved();
    Optional.ofNullable(byMessage.get(notice.messageId()))
        .ifPresentOrElse(account -> account.told(notice, clockStepped), () -> strays.add(notice));
  }

  /** Records a deviation that belongs to no single case. */
  void deviation(String what) {
    deviations.add(what);
  }

  void clockStepped() {
    clockStepped = true;
  }

  /** Records activity: the time without events starts again. */
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

  List<String> deviations() {
    return List.copyOf(deviations);
  }

  /** Notices about cases that this drill did not send. */
  List<InboxNotice> strays() {
    return List.copyOf(strays);
  }
}
