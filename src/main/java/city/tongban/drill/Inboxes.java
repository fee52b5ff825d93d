package city.tongban.drill;

import city.tongban.client.HubClient;
import city.tongban.client.Reply;
import city.tongban.client.Unreachable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Each centre reads its inbox, one long poll at a time, and never skips a number. */
final class Inboxes implements Closeable {
  private static final int WAIT_SECONDS = 5;
  private static final int LIMIT = 200;

  private final Accounts accounts;
  private final ExecutorService readers;

  Inboxes(Accounts accounts, int centres) {
    this.accounts = accounts;
    this.readers = Executors.newFixedThreadPool(centres, Threads.named("inbox"));
  }

  /** Begins behind what is there already: an older drill's notices are not ours. */
  void open(Map<String, HubClient> centres) {
    centres.forEach(
        (centre, hub) -> {
          long last = last(centre, hub);
          readers.execute(() -> read(centre, hub, last));
        });
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
      } catch (Unreachable e) {
        pause();
      }
    }
  }

  private long take(String centre, JsonNode notices, long after) {
    long last = after;
    for (JsonNode line : notices) {
      if (line.path("number").asLong() != last + 1) {
        accounts.odd(
            "the inbox of %s goes from %d to %s"
                .formatted(centre, last, line.path("number").asText()));
      }
      last = line.path("number").asLong();
      accounts.told(Notice.of(centre, line, System.nanoTime()));
    }
    return last;
  }

  private static String path(String centre, long after, int wait) {
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
