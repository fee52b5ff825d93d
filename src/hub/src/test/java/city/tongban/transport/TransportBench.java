package city.tongban.transport;

import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A Camel context with the real transport templates, opposite a real HTTP server. */
public final class TransportBench implements AutoCloseable {
  public final HttpServer server;
  public final List<Request> requests = new CopyOnWriteArrayList<>();
  public final CamelContext camel = new DefaultCamelContext();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TransportRoutes routes;

  public record Request(
      String method, String uri, Map<String, List<String>> headers, byte[] body) {}

  public interface Answer {
    void give(HttpExchange call) throws IOException;
  }

  public TransportBench(Path secrets) throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    Files.writeString(secrets.resolve("housing"), "hub:s3cret");
    Files.writeString(secrets.resolve("human-resources"), "tok<en&");
    camel.getRegistry().bind("headerAllowList", new HeaderAllowList());
    TestCallRoute.addTo(camel);
    for (String transport : List.of("rest", "soap", "sftp")) {
      PluginHelper.getRoutesLoader(camel)
          .loadRoutes(
              ResourceHelper.resolveMandatoryResource(
                  camel, "file:routes/transports/" + transport + ".camel.yaml"));
    }
    routes = new TransportRoutes(Transports.offline(new Credentials(secrets), Clock.systemUTC()));
    routes.beforeApplicationStart(camel);
    camel.start();
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public void on(String path, Answer answer) {
    server.createContext(
        path,
        call -> {
          requests.add(
              new Request(
                  call.getRequestMethod(),
                  call.getRequestURI().toString(),
                  call.getRequestHeaders(),
                  call.getRequestBody().readAllBytes()));
          try {
            answer.give(call);
          } catch (IOException e) {
            // the hub hung up: what some of these tests want
            call.close();
          }
        });
  }

  public static void answer(HttpExchange call, int status, String contentType, byte[] body) {
    try {
      call.getResponseHeaders().add("Content-Type", contentType);
      call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      call.getResponseBody().write(body);
      call.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long calls(String path) {
    return requests.stream().filter(r -> r.uri().startsWith(path)).count();
  }

  public Exchange call(Connector connector, String call, byte[] body) {
    return call(connector, call, body, Map.of());
  }

  public Exchange call(Connector connector, String call, byte[] body, Map<String, Object> headers) {
    routes.activated(connector, Optional.empty());
    return camel
        .createProducerTemplate()
        .request(
            TestCallRoute.ENDPOINT,
            exchange -> {
              TestCallRoute.name(connector, exchange);
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeader("HubCall", call);
              exchange.getMessage().setHeader("HubDelivery", "310104-20180702-000482/1");
              exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, connector.contentType());
              headers.forEach(exchange.getMessage()::setHeader);
            });
  }

  @Override
  public void close() {
    camel.stop();
    server.stop(0);
    threads.shutdownNow();
  }
}
