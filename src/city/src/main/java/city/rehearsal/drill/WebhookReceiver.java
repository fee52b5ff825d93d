package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import city.rehearsal.client.Reply;
import city.rehearsal.client.ServerUnreachable;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One web server for all centres that have a web-hook. It takes what is signed, in order, once; and
 * says at the end whether all of it came.
 */
final class WebhookReceiver implements Closeable {
  static {
    // else every answer waits 40 ms for an acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int THREADS = 8;
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final TrackedCases accounts;
  private final boolean reached;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, DaemonThreads.named("postbox"));
  private final Map<String, WebhookInbox> boxes = new ConcurrentHashMap<>();

  private WebhookReceiver(TrackedCases accounts, boolean reached) throws IOException {
    this.accounts = accounts;
    this.reached = reached;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** A hub on another machine does not reach it, and all centres read their inboxes. */
  static WebhookReceiver near(URI hub, TrackedCases accounts) {
    try {
      return new WebhookReceiver(accounts, THIS_MACHINE.contains(Objects.toString(hub.getHost())));
    } catch (IOException e) {
      throw new UncheckedIOException("the postbox cannot be opened", e);
    }
  }

  /** False when the centre must read its inbox; one that has a web-hook already keeps it. */
  boolean open(String centre, HubClient hub, long last) {
    if (!reached || hub.get(path(centre)).status() != 404) {
      return false;
    }
    String url = "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), centre);
    Reply reply = hub.put(path(centre), Map.of("url", url, "after", last));
    if (reply.ok()) {
      JsonNode told = reply.body();
      WebhookSignature seal =
          new WebhookSignature(told.path("keyId").asText(), told.path("secret").asText());
      boxes.put(centre, new WebhookInbox(centre, hub, seal, last));
    }
    return reply.ok();
  }

  int centres() {
    return boxes.size();
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      WebhookInbox box = boxes.get(call.getRequestURI().getPath().substring(1));
      call.sendResponseHeaders(box == null ? 503 : take(box, call.getRequestHeaders(), body), -1);
    }
  }

  private int take(WebhookInbox box, Headers headers, byte[] body) throws IOException {
    String id = header(headers, "Hub-Notice");
    if (!box.seal()
        .fits(id, header(headers, "Hub-Timestamp"), header(headers, "Hub-Signature"), body)) {
      accounts.odd("a push to %s is not the hub's, or not of now".formatted(box.centre()));
      return 401;
    }
    JsonNode event = HubClient.JSON.readTree(body);
    if (!id.equals(event.path("id").asText())
        || !event.path("subject").asText().equals(event.path("data").path("caseNumber").asText())) {
      accounts.odd("a push to %s contradicts itself".formatted(box.centre()));
    }
    box.take(event, accounts).ifPresent(accounts::odd);
    return 204;
  }

  private static String header(Headers headers, String name) {
    return Objects.toString(headers.getFirst(name), "");
  }

  /** Until every centre was pushed all that its inbox holds; what does not come in time is odd. */
  void complete(Duration patience) throws InterruptedException {
    for (WebhookInbox box : boxes.values()) {
      long end = System.nanoTime() + patience.toNanos();
      while (!hasAll(box) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      if (!hasAll(box)) {
        accounts.odd("%s was not pushed what follows %d".formatted(box.centre(), box.last()));
      }
    }
  }

  private static boolean hasAll(WebhookInbox box) {
    try {
      Reply reply = box.hub().get(Inboxes.path(box.centre(), box.last(), 0));
      return reply.ok() && reply.body().path("notices").isEmpty();
    } catch (ServerUnreachable e) {
      return false;
    }
  }

  private static String path(String centre) {
    return "/api/v1/centres/" + centre + "/web-hook";
  }

  /** Leaves no web-hook behind that nobody serves. */
  @Override
  public void close() {
    for (WebhookInbox box : boxes.values()) {
      try {
        box.hub().delete(path(box.centre()));
      } catch (ServerUnreachable e) {
        break; // a hub that is gone pushes nothing
      }
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
