package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Receives the notices of all centres: most centres read their inbox by long poll, every fourth has
 * a web-hook. Checks that no notice number is skipped.
 */
final class Inboxes implements Closeable {
  private static final int WAIT_SECONDS = 5;
  private static final int LIMIT = 200;
  private static final int ONE_WEB_HOOK_IN = 4;

  private final TrackedCases accounts;
  private final WebhookReceiver receiver;
  private final ExecutorService readers;

  Inboxes(TrackedCases accounts, int centres, WebhookReceiver receiver) {
    this.accounts = accounts;
    this.receiver = receiver;
    this.readers = Executors.newFixedThreadPool(centres, DaemonThreads.named("inbox"));
  }

  /** Starts after the notices that exist already, which belong to an older drill. */
  void open(Map<String, HubClient> centres) {
    int nth = 0;
    for (Map.Entry<String, HubClient> each : new TreeMap<>(centres).entrySet()) {
      String centre = each.getKey();
      HubClient hub = each.getValue();
      long last = last(centre, hub);
      if (nth++ % ONE_WEB_HOOK_IN != 0 || !receiver.open(centre, hub, last)) {
        readers.execute(() -> read(centre, hub, last));
      }
    }
  }

  private static long last(String centre, HubClient hub) {
    long after = 0;
    while (true) {
      JsonNode page = hub.get(path(centre, after, 0)).orThrow();
      if (page.path("notices").isEmpty()) {
        return after;
      }
      after = page.path("notices").path(page.path("notices").size() - 1).path("number").asLong();
    }
  }

  private void read(String centre, HubClient hub, long from) {
    long after = from;
    while (!readers.isShutdown()) {
      try {
        Reply reply = hub.get(path(centre, after, WAIT_SECONDS));
        if (reply.ok()) {
          after = take(centre, reply.body().path("notices"), after);
        } else {
          pause();
        }
      } catch (ServerUnreachable e) {
        pause();
      }
    }
  }

  private long take(String centre, JsonNode notices, long after) {
    long last = after;
    for (JsonNode line : notices) {
      if (line.path("number").asLong() != last + 1) {
        accounts.deviation(
            "the inbox of %s goes from %d to %s"
                .formatted(centre, last, line.path("number").asText()));
      }
      last = line.path("number").asLong();
      accounts.told(InboxNotice.of(centre, line, System.nanoTime()));
    }
    return last;
  }

  static String path(String centre, long after, int wait) {
    return "/api/v1/centres/%s/inbox?after=%d&wait=%d&limit=%d"
        .formatted(centre, after, wait, LIMIT);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
