package city.tongban.kit;

import city.tongban.bundle.WorkingCopy;
import city.tongban.connector.Connector;
import city.tongban.kit.StubFile.Answer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server that plays a back-end from its {@code stub.yaml}: the same id with the same
 * content gets the same answer, the same id with other content is refused.
 */
public final class StubServer implements Closeable {
  private static final int BODY_MAX = 4 * 1024 * 1024;

  private final Connector connector;
  private final StubFile stub;
  private final StubResponseWriter writing;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Consumer<String> told;

  /** The first content received with each id. */
  private final Map<String, String> seen = new HashMap<>();

  private StubServer(Connector connector, HttpServer server, Consumer<String> told) {
    this.connector = connector;
    this.stub = StubFile.of(connector);
    this.writing = new StubResponseWriter(connector);
    this.server = server;
    this.told = told;
  }

  /**
   * Starts the server.
   *
   * @param root the folder that holds {@code connectors/} and {@code mappings/}
   * @param port null for the port of the connector's own address, 0 for any free one
   * @param told receives one line for each call
   * @throws city.tongban.canonical.HubException when this back-end cannot be stubbed
   */
  public static StubServer start(
      Path root, String backEnd, @Nullable Integer port, Consumer<String> told) throws IOException {
    Connector connector = new WorkingCopy(root).connector(backEnd);
    boolean http = connector.transport().equals("rest") || connector.transport().equals("soap");
    if (!http || connector.signature() != null || connector.tls() != null) {
      throw StubFile.unusable(
              backEnd, "", "it speaks HTTP without certificates, and this back-end does not")
          .fix(
              "write a simulator of the department:"
                  + " src/city/src/main/java/city/rehearsal/simulator");
    }
    int own = Math.max(connector.address().getPort(), 0);
    InetSocketAddress place =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port == null ? own : port);
    HttpServer server = HttpServer.create(place, 0);
    StubServer stub = new StubServer(connector, server, told);
    server.setExecutor(stub.threads);
    server.createContext("/", stub::answer);
    server.start();
    return stub;
  }

  /** The value for {@code hub.connectors.addresses.<name>}. */
  public URI address() {
    String path = Optional.ofNullable(connector.address().getPath()).orElse("");
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX);
      String call = call(exchange);
      StubMessage message = StubMessage.of(connector, body);
      @Nullable String id = stub.id() == null ? null : message.value(stub.id());
      StubResponseWriter.Reply reply =
          sameAgain(id, message) ? given(call, message) : writing.refused(id);
      told.accept("%s -> %d %s".formatted(call, reply.status(), id == null ? "" : id).strip());
      byte[] bytes = reply.body();
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (RuntimeException e) {
      told.accept("a call came to nothing: " + e);
      throw e;
    }
  }

  /** Whether this id is new, or was used before with the same content. */
  private boolean sameAgain(@Nullable String id, StubMessage message) {
    synchronized (seen) {
      return id == null
          || seen.merge(id, message.text(), (first, x) -> first).equals(message.text());
    }
  }

  private StubResponseWriter.Reply given(String call, StubMessage message) {
    return stub.answers().stream()
        .filter(a -> a.match().fits(call, message))
        .findFirst()
        .map(a -> writing.recorded(call, a, text(a)))
        .orElseGet(() -> writing.unknown(call));
  }

  private String text(Answer answer) {
    if (answer.body() != null) {
      return answer.body();
    }
    byte[] file = connector.bundle().file("mappings/" + answer.file()).orElseThrow();
    return new String(file, StandardCharsets.UTF_8);
  }

  /** The call as connector.yaml writes it: method and path below the address, or the operation. */
  private String call(HttpExchange exchange) {
    if (connector.soap() != null) {
      String action =
          Optional.ofNullable(exchange.getRequestHeaders().getFirst("SOAPAction")).orElse("");
      String plain = action.replace("\"", "");
      return plain.substring(plain.lastIndexOf('/') + 1);
    }
    String path = exchange.getRequestURI().getPath();
    String base = Optional.ofNullable(connector.address().getPath()).orElse("");
    return exchange.getRequestMethod()
        + " "
        + (path.startsWith(base) ? path.substring(base.length()) : path);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
