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

/** The requests that wait for a notice, limited in all and per centre. */
@Component
class LongPollRegistry {
  private static final int WAITING_MAX = 2_000;
  static final int WAITING_PER_RECEIVER_MAX = 8;

  private final Map<String, Queue<LongPollRequest>> byReceiver = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * A request that waits for the notices after a number.
   *
   * @param check runs when there may be a new notice
   * @param release answers the request when the hub stops
   */
  record LongPollRequest(String receiver, long after, Runnable check, Runnable release) {}

  /** False when a limit is reached; the request is then answered at once. */
  boolean add(LongPollRequest request) {
    Queue<LongPollRequest> queue = queue(request.receiver());
    if (queue.size() >= WAITING_PER_RECEIVER_MAX || waiting.get() >= WAITING_MAX) {
      return false;
    }
    queue.add(request);
    waiting.incrementAndGet();
    return true;
  }

  void remove(LongPollRequest request) {
    if (queue(request.receiver()).remove(request)) {
      waiting.decrementAndGet();
    }
  }

  List<LongPollRequest> of(String receiver) {
    return List.copyOf(queue(receiver));
  }

  Set<String> receivers() {
    return byReceiver.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Queue<LongPollRequest> queue(String receiver) {
    return byReceiver.computeIfAbsent(receiver, missing -> new ConcurrentLinkedQueue<>());
  }
}
