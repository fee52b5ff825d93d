package city.rehearsal.client;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP client of one server with the token of one partner. Thread-safe. */
public final class HubClient {
  /** The JSON mapper of all clients. */
  public static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than the hub's long poll. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI base;
  private final String header;
  private final String credential;

  private HubClient(HttpClient http, URI base, String header, String credential) {
    this.http = http;
    this.base = base;
    this.header = header;
    this.credential = credential;
  }

  /** A client that shares {@code http} and its connections with others. */
  public static HubClient of(HttpClient http, URI base, String token) {
    return new HubClient(http, base, "Authorization", "Bearer " + token);
  }

  public static HubClient of(URI base, String token) {
    return of(connections(), base, token);
  }

  /** A client without a token, for public pages. */
  public static HubClient anonymous(URI base) {
    return new HubClient(connections(), base, "Accept", "application/json");
  }

  /** A client of the simulators' control port, which has a shared secret of its own. */
  public static HubClient ofSimulators(URI base, String secret) {
    return new HubClient(connections(), base, "X-Control", secret);
  }

  /** HTTP/1.1 only: a local server needs no upgrade to HTTP/2. */
  public static HttpClient connections() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5))
        .build();
  }

  public Reply get(String path) {
    return send(request(path).GET());
  }

  /** GET for an answer that is a file. */
  public byte[] bytes(String path) {
    var answer = exchange(request(path).GET());
    reply(answer.statusCode(), answer.statusCode() == 200 ? new byte[0] : answer.body()).orThrow();
    return answer.body();
  }

  public Reply delete(String path) {
    return send(request(path).DELETE());
  }

  public Reply post(String path, Object body) {
    return post(path, "application/json", json(body));
  }

  public Reply put(String path, Object body) {
    BodyPublisher bytes = BodyPublishers.ofByteArray(json(body));
    return send(request(path).header("Content-Type", "application/json").PUT(bytes));
  }

  /** Sends the bytes unchanged, also invalid ones. */
  public Reply post(String path, String contentType, byte[] body) {
    BodyPublisher bytes = BodyPublishers.ofByteArray(body);
    return send(request(path).header("Content-Type", contentType).POST(bytes));
  }

  private static byte[] json(Object body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not writable as JSON", e);
    }
  }

  /** POST for an answer that is not JSON. */
  public TextReply postRaw(String path, String contentType, byte[] body) {
    BodyPublisher bytes = BodyPublishers.ofByteArray(body);
    var answer = exchange(request(path).header("Content-Type", contentType).POST(bytes));
    return new TextReply(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header(header, credential);
  }

  private Reply send(HttpRequest.Builder request) {
    var answer = exchange(request);
    return reply(answer.statusCode(), answer.body());
  }

  private HttpResponse<byte[]> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new ServerUnreachable(
          "no server answers at " + base + "; is the hub up? (./hub status)", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnreachable("interrupted while waiting for " + base, e);
    }
  }

  private static Reply reply(int status, byte[] body) {
    try {
      return body.length == 0 ? Reply.empty(status) : new Reply(status, JSON.readTree(body));
    } catch (IOException e) {
      return Reply.empty(status);
    }
  }
}
