package city.tongban.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A centre's own web server, written from the description of the web-hook alone: it checks
 * signature and time-stamp and keeps what it was sent.
 */
public final class Receiver implements AutoCloseable {
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final Provider PROVIDER = new BouncyCastleProvider(); // takes 10 ms to build
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Clock clock;
  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private volatile Manner manner = call -> call.sendResponseHeaders(204, -1);

  /** How it answers. */
  interface Manner {
    void answer(HttpExchange call) throws IOException;
  }

  /**
   * One request.
   *
   * @param verdict {@code ok}, or what was wrong with it
   */
  public record Got(String path, Map<String, List<String>> headers, byte[] body, String verdict) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).get(0);
    }

    public JsonNode event() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    long number() {
      return event().path("data").path("number").asLong();
    }

    public String id() {
      return event().path("id").asText();
    }
  }

  public Receiver(Clock clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  int port() {
    return server.getAddress().getPort();
  }

  void knows(Webhooks.NewSecret told) {
    knows(told.keyId(), told.secret());
  }

  public void knows(String keyId, String secret) {
    secrets.put(keyId, secret);
  }

  void forgets(String keyId) {
    secrets.remove(keyId);
  }

  void answers(Manner manner) {
    this.manner = manner;
  }

  void answers(int status) {
    answers(call -> call.sendResponseHeaders(status, -1));
  }

  public List<Got> got() {
    return List.copyOf(got);
  }

  List<Got> got(String path) {
    return got.stream().filter(one -> one.path().equals(path)).toList();
  }

  /** The most requests that waited for their answer at one time. */
  int mostAtOnce() {
    return most.get();
  }

  private void take(HttpExchange call) throws IOException {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      Map<String, List<String>> headers = Map.copyOf(call.getRequestHeaders());
      got.add(new Got(call.getRequestURI().toString(), headers, body, verdict(headers, body)));
      inside.decrementAndGet(); // with the answer the next one may come
      manner.answer(call);
    }
  }

  private String verdict(Map<String, List<String>> headers, byte[] body) {
    Got call = new Got("", headers, body, "");
    return verdict(
        call.header("Hub-notice"),
        call.header("Hub-timestamp"),
        call.header("Hub-signature"),
        body);
  }

  /** As the description says: the time-stamp first, then one signature by a key that we know. */
  String verdict(String id, String timestamp, String signatures, byte[] body) {
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
      return "too old";
    }
    List<String> known = new ArrayList<>();
    for (String signature : signatures.split(",")) {
      String[] parts = signature.split("=");
      if (secrets.containsKey(parts[0])) {
        known.add(
            Arrays.equals(
                    HexFormat.of().parseHex(parts[1]),
                    mac(secrets.get(parts[0]), id, timestamp, body))
                ? "ok"
                : "forged");
      }
    }
    return known.isEmpty() ? "unknown key" : known.contains("ok") ? "ok" : "forged";
  }

  private static byte[] mac(String secret, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HMACSM3", PROVIDER);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(secret), "HMACSM3"));
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      signed.writeBytes(body);
      return mac.doFinal(signed.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
