package city.tongban.notice;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The centres that wait at their inbox for news: bounded in all and per centre, so that none fills
 * the house.
 */
@Component
class Waiters {
  private static final int WAITING_MAX = 2_000;
  static final int WAITING_PER_RECEIVER_MAX = 8;

  private final Map<String, Queue<Waiter>> byReceiver = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Somebody who waits for what comes after a number.
   *
   * @param look run when something may have come
   * @param goHome run when the hub closes
   */
  record Waiter(String receiver, long after, Runnable look, Runnable goHome) {}

  /** False when the house is full; who comes then is answered at once. */
  boolean add(Waiter waiter) {
    Queue<Waiter> queue = queue(waiter.receiver());
    if (queue.size() >= WAITING_PER_RECEIVER_MAX || waiting.get() >= WAITING_MAX) {
      return false;
    }
    queue.add(waiter);
    waiting.incrementAndGet();
    return true;
  }

  void remove(Waiter waiter) {
    if (queue(waiter.receiver()).remove(waiter)) {
      waiting.decrementAndGet();
    }
  }

  List<Waiter> of(String receiver) {
    return List.copyOf(queue(receiver));
  }

  Set<String> receivers() {
    return byReceiver.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Queue<Waiter> queue(String receiver) {
    return byReceiver.computeIfAbsent(receiver, missing -> new ConcurrentLinkedQueue<>());
  }
}
