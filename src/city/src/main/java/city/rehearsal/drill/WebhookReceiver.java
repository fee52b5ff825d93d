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
 * One web server for all centres with a web-hook. Accepts signed notices in order and once, and
 * verifies at the end that none is missing.
 */
final class WebhookReceiver implements Closeable {
  static {
    // without it, each answer waits 40 ms for a TCP acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int THREADS = 8;
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  private final TrackedCases accounts;
  private final boolean reached;
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, DaemonThreads.named("postbox"));
  private final Map<String, WebhookInbox> webhookInboxes = new ConcurrentHashMap<>();

  private WebhookReceiver(TrackedCases accounts, boolean reached) throws IOException {
    this.accounts = accounts;
    this.reached = reached;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Without a local hub no centre has a web-hook: a remote hub cannot reach this server. */
  static WebhookReceiver near(URI hub, TrackedCases accounts) {
    try {
      return new WebhookReceiver(accounts, THIS_MACHINE.contains(Objects.toString(hub.getHost())));
    } catch (IOException e) {
      throw new UncheckedIOException("the web-hook receiver cannot listen", e);
    }
  }

  /** Registers a web-hook; false when the centre has one already and must read its inbox. */
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
      webhookInboxes.put(centre, new WebhookInbox(centre, hub, seal, last));
    }
    return reply.ok();
  }

  int centres() {
    return webhookInboxes.size();
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      WebhookInbox inbox = webhookInboxes.get(call.getRequestURI().getPath().substring(1));
      call.sendResponseHeaders(
          inbox == null ? 503 : take(inbox, call.getRequestHeaders(), body), -1);
    }
  }

  private int take(WebhookInbox inbox, Headers headers, byte[] body) throws IOException {
    String id = header(headers, "Hub-Notice");
    if (!inbox
        .seal()
        .fits(id, header(headers, "Hub-Timestamp"), header(headers, "Hub-Signature"), body)) {
      accounts.deviation("a push to %s has a wrong or old signature".formatted(inbox.centre()));
      return 401;
    }
    JsonNode event = HubClient.JSON.readTree(body);
    if (!id.equals(event.path("id").asText())
        || !event.path("subject").asText().equals(event.path("data").path("caseNumber").asText())) {
      accounts.deviation(
          "a push to %s has different ids in header and body".formatted(inbox.centre()));
    }
    inbox.take(event, accounts).ifPresent(accounts::deviation);
    return 204;
  }

  private static String header(Headers headers, String name) {
    return Objects.toString(headers.getFirst(name), "");
  }

  /** Waits until every centre was pushed its whole inbox; records what did not arrive in time. */
  void complete(Duration patience) throws InterruptedException {
    for (WebhookInbox inbox : webhookInboxes.values()) {
      long end = System.nanoTime() + patience.toNanos();
      while (!hasAll(inbox) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(100);
      }
      if (!hasAll(inbox)) {
        accounts.deviation(
            "%s was not pushed the notices after %d".formatted(inbox.centre(), inbox.last()));
      }
    }
  }

  private static boolean hasAll(WebhookInbox inbox) {
    try {
      Reply reply = inbox.hub().get(Inboxes.path(inbox.centre(), inbox.last(), 0));
      return reply.ok() && reply.body().path("notices").isEmpty();
    } catch (ServerUnreachable e) {
      return false;
    }
  }

  private static String path(String centre) {
    return "/api/v1/centres/" + centre + "/web-hook";
  }

  /** Removes the web-hooks from the hub and stops the server. */
  @Override
  public void close() {
    for (WebhookInbox inbox : webhookInboxes.values()) {
      try {
        inbox.hub().delete(path(inbox.centre()));
      } catch (ServerUnreachable e) {
        break; // a stopped hub pushes nothing
      }
    }
    server.stop(0);
    threads.shutdownNow();
  }
}
