package city.rehearsal.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The hub's web-hook as departments see it; it can be made to refuse results. */
public final class TestHub implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();

  TestHub(String token) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(threads);
    server.createContext(
        "/api/v1/back-ends/housing/results",
        call -> {
          boolean known =
              ("Bearer " + token).equals(call.getRequestHeaders().getFirst("Authorization"));
          answer(call, known);
        });
    server.createContext(
        "/api/v1/back-ends/public-security/results",
        call -> {
          notices.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    server.start();
  }

  private void answer(HttpExchange call, boolean known) throws IOException {
    calls.add(JSON.readTree(call.getRequestBody().readAllBytes()));
    Integer told = statuses.poll();
    call.sendResponseHeaders(known ? told == null ? 200 : told : 401, -1);
    call.close();
  }

  /** The next calls are answered with these; after them everything is fine. */
  public void answerNext(Integer... next) {
    statuses.addAll(List.of(next));
  }

  public void hearAgain() {
    statuses.clear();
  }

  public List<JsonNode> callsAbout(String deliveryId) {
    return calls.stream()
        .filter(call -> call.path("deliveryId").asText().equals(deliveryId))
        .toList();
  }

  /** What public security told. */
  public List<String> notices() {
    return List.copyOf(notices);
  }

  public int calls() {
    return calls.size();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
