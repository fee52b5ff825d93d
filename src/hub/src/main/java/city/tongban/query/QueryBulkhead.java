package city.tongban.query;

import city.tongban.canonical.Outage;
import city.tongban.connector.Connector;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How many questions are asked at once. Who asks holds a thread of the web server until the
 * department answers, so a slow department may hold a few of them and never all: applications come
 * in by the same server.
 */
@Component
class QueryBulkhead {
  /** With those whom intake lets wait, fewer than {@code server.tomcat.threads.max}. */
  static final int ALL = 8;

  /** What one department may hold of them. */
  static final int EACH = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Semaphore all = new Semaphore(ALL, true);
  private final Map<String, Semaphore> each = new ConcurrentHashMap<>();

  /** Does the work when it is its turn; an {@link Outage} asks the centre to come again. */
  <T> T at(Connector connector, Supplier<T> work) {
    int bears = Math.min(EACH, connector.limits().concurrency());
    // another version may say that they bear less, or more
    Semaphore own =
        each.computeIfAbsent(connector.backEnd() + " " + bears, name -> new Semaphore(bears, true));
    return in(own, () -> in(all, work));
  }

  private static <T> T in(Semaphore door, Supplier<T> work) {
    enter(door);
    try {
      return work.get();
    } finally {
      door.release();
    }
  }

  private static void enter(Semaphore door) {
    try {
      if (door.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Outage.of("HUB-3021", "too many questions are being asked at this moment")
        .because("each waits for its department's answer, and applications need the room too")
        .fix("send the same message again, with the same id");
  }
}
