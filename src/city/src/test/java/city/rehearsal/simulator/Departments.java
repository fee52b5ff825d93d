package city.rehearsal.simulator;

import city.rehearsal.client.SecretFolder;
import city.rehearsal.client.SharedSecrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;

/** Simulated departments that are started for one test, and calls to them. */
public final class Departments implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();
  public static final Charset GB18030 = Charset.forName("GB18030");
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static Path secretsOfAll = Path.of("");

  private final Path folder;
  private final Set<String> only;
  public final TestHub hub;
  private Simulators simulators;
  private String token = "";

  /**
   * @param only the back-ends whose departments start; all when there are none. One department
   *     starts within a fraction of a second, all of them within seconds.
   */
  public Departments(Path folder, String... only) throws IOException {
    this.folder = folder;
    this.only = Set.of(only);
    Files.createDirectories(secrets());
    try (Stream<Path> made = Files.list(secretsOfAll())) {
      for (Path secret : made.toList()) {
        Files.copy(secret, secrets().resolve(secret.getFileName().toString()));
      }
    }
    hub = new TestHub("hub-token");
    start();
  }

  /** Keys take a second or more to make, so all tests of one process share them. */
  private static synchronized Path secretsOfAll() throws IOException {
    if (secretsOfAll.toString().isEmpty()) {
      Path made = Files.createTempDirectory("departments-secrets");
      Files.writeString(made.resolve("housing"), "tongban:a+b%c\n");
      Files.writeString(made.resolve("human-resources"), "user-token\n");
      Files.writeString(made.resolve("simulator-control"), "control\n");
      Files.writeString(made.resolve("token-housing"), "hub-token\n");
      Files.writeString(made.resolve("token-public-security"), "hub-token\n");
      SharedSecrets.make(new SecretFolder(made));
      secretsOfAll = made;
    }
    return secretsOfAll;
  }

  public void start() throws IOException {
    simulators =
        Simulators.start(new SimulatorSettings(0, hub.address(), secrets(), stores(), only));
    token = "";
  }

  public void stop() throws IOException {
    simulators.close();
  }

  public Path secrets() {
    return folder.resolve("secrets");
  }

  public Path stores() {
    return folder.resolve("stores");
  }

  public URI address(String backEnd) {
    return simulators.addresses().get(backEnd);
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(simulators.address() + path))
        .timeout(Duration.ofSeconds(10));
  }

  public HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<byte[]> token(String client) throws Exception {
    String basic = Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
    return send(
        to("/housing/oauth/token")
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")));
  }

  /** A request to housing with a valid token, which is fetched when there is none yet. */
  public HttpRequest.Builder housing(String path) throws Exception {
    if (token.isEmpty()) {
      token = json(token("tongban:a%2Bb%25c")).path("access_token").asText();
    }
    return to("/housing" + path)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  public HttpResponse<byte[]> file(String form) throws Exception {
    return send(housing("/api/v2/filings").POST(BodyPublishers.ofString(form)));
  }

  public HttpResponse<byte[]> ask(String deliveryId) throws Exception {
    return send(housing("/api/v2/filings?deliveryId=" + deliveryId));
  }

  public HttpResponse<byte[]> withdraw(String form) throws Exception {
    return send(housing("/api/v2/withdrawals").POST(BodyPublishers.ofString(form)));
  }

  public HttpRequest.Builder soap(byte[] envelope) {
    return soap(URI.create(simulators.address() + "/human-resources"), envelope);
  }

  public static HttpRequest.Builder soap(URI address, byte[] envelope) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(10))
        .header("Content-Type", "text/xml; charset=GB18030")
        .header("SOAPAction", "\"urn:shrs:exchange:v1/execute\"")
        .POST(BodyPublishers.ofByteArray(envelope));
  }

  public HttpResponse<byte[]> execute(String root) throws Exception {
    return send(soap(envelope("user-token", root).getBytes(GB18030)));
  }

  public static String envelope(String token, String root) {
    return """
    <?xml version="1.0" encoding="GB18030"?>
    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header>\
    <UserToken xmlns="urn:shrs:exchange:v1">%s</UserToken></s:Header><s:Body>\
    <execute xmlns="urn:shrs:exchange:v1"><request><![CDATA[%s]]></request></execute></s:Body></s:Envelope>\
    """
        .formatted(token, root);
  }

  public JsonNode control(String method, String path, String body) throws Exception {
    HttpResponse<byte[]> answer =
        send(
            to("/control" + path)
                .header("X-Control", "control")
                .method(method, BodyPublishers.ofString(body)));
    if (answer.statusCode() != 200) {
      throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
    }
    return json(answer);
  }

  public JsonNode book(String backEnd) throws Exception {
    return control("GET", "/messages/" + backEnd, "");
  }

  public void fault(String backEnd, String fault, String more) throws Exception {
    control(
        "POST",
        "/faults",
        "{\"backEnd\":\"%s\",\"fault\":\"%s\"%s}".formatted(backEnd, fault, more));
  }

  public void clock(String business) throws Exception {
    control("POST", "/clock", "{\"business\":\"%s\",\"speed\":1}".formatted(business));
  }

  public static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() throws IOException {
    simulators.close();
    hub.close();
  }
}
