package city.rehearsal.drill;

import city.rehearsal.client.HubClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Sends the fake city's notices to web-hooks: in order, signed, and every seventh one twice. */
final class FakeWebhookSender implements Closeable {
  private static final String SECRET = "0b".repeat(32);
  private static final int TWICE_EVERY = 7;
  private static final Provider PROVIDER = new BouncyCastleProvider(); // takes 10 ms to build

  private final HttpClient http = HubClient.connections();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Map<String, URI> urls = new ConcurrentHashMap<>();
  private int sent;

  ObjectNode to(String centre, String url) {
    urls.put(centre, URI.create(url));
    return HubClient.JSON.createObjectNode().put("keyId", "k1").put("secret", SECRET);
  }

  boolean pushes(String centre) {
    return urls.containsKey(centre);
  }

  void send(String centre, ObjectNode notice, boolean forged) {
    ObjectNode event = HubClient.JSON.createObjectNode();
    event.put("id", notice.path("id").asText());
    event.put("subject", notice.path("caseNumber").asText());
    event.set("data", notice);
    int times = ++sent % TWICE_EVERY == 0 ? 2 : 1;
    for (int i = 0; i < times; i++) {
      thread.execute(() -> post(urls.get(centre), event, forged));
    }
  }

  private void post(URI url, ObjectNode event, boolean forged) {
    try {
      byte[] body = HubClient.JSON.writeValueAsBytes(event);
      String id = event.path("id").asText();
      String time = Long.toString(Instant.now().getEpochSecond());
      String signature = forged ? "00".repeat(32) : sign(id + "." + time + ".", body);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(url)
              .header("Hub-Notice", id)
              .header("Hub-Timestamp", time)
              .header("Hub-Signature", "k0=00,k1=" + signature);
      http.send(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String sign(String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HMACSM3", PROVIDER);
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(SECRET), "HMACSM3"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
