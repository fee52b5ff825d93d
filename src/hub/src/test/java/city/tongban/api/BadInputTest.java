package city.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong gets a clear no within a second, with its code and place, and leaves no case
 * behind.
 */
class BadInputTest {
  /** Far more than a refusal takes, and far less than an attack that has its effect. */
  private static final Duration REFUSED_WITHIN = Duration.ofSeconds(20);

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String JSON_TYPE = "application/json";
  private static final String MINE = "centre-" + Applications.CENTRE;
  private static final int MEGABYTE = 1024 * 1024;

  private final RunningHub hub = RunningHub.get();

  static Stream<Arguments> wrong() {
    return Stream.concat(
        WrongApplications.rows().map(r -> row(r.name(), r.json(), r.status(), r.code(), r.at())),
        wrongJson());
  }

  static Stream<Arguments> wrongJson() {
    return Stream.of(
        row("no JSON", "{\"messageId\":", 400, "HUB-1002", null),
        row("an empty body", "", 400, "HUB-1002", null),
        row("an array", "[]", 400, "HUB-1002", null),
        row("something after the end", lease(m -> {}) + "{}", 400, "HUB-1002", null),
        row("a key twice", "{\"item\":\"ZJ9001\",\"item\":\"ZJ9001\"}", 400, "HUB-1002", null),
        row(
            "XML",
            "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
            400,
            "HUB-1002",
            null),
        row(
            "a number for a text",
            lease(m -> ((ObjectNode) m.get("form")).put("monthlyRent", 5200)),
            400,
            "HUB-1005",
            "/form/monthlyRent"),
        row("a null", lease(m -> m.putNull("correlationId")), 400, "HUB-1005", "/correlationId"),
        row(
            "half a surrogate",
            lease(m -> {}).replace("河南中路", "\\ud800"),
            400,
            "HUB-1005",
            "/form/address"),
        row(
            "a control character",
            lease(m -> ((ObjectNode) m.get("form")).put("address", "a\u0000b")),
            400,
            "HUB-1005",
            "/form/address"),
        row("200 levels", "[".repeat(200) + "]".repeat(200), 400, "HUB-1010", null),
        row(
            "200 levels inside",
            lease(m -> {}).replace("\"5200\"", "[".repeat(200) + "]".repeat(200)),
            400,
            "HUB-1010",
            null),
        row(
            "a number of 100,000 digits",
            lease(m -> {}).replace("\"5200\"", "9".repeat(100_000)),
            400,
            "HUB-1010",
            null),
        row(
            "300,000 materials",
            lease(m -> {}).replace("\"materials\":[", "\"materials\":[" + "{},".repeat(300_000)),
            400,
            "HUB-1010",
            null),
        row("2 MB", "{\"a\":\"" + "x".repeat(2 * MEGABYTE) + "\"}", 413, "HUB-1009", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void isRefusedWithItsCodeAndPlaceAndLeavesNoCase(String body, int status, String code, String at)
      throws Exception {
    long before = cases();
    long began = System.nanoTime();

    HttpResponse<String> answer = send(BodyPublishers.ofString(body), JSON_TYPE);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(REFUSED_WITHIN);
    refused(answer, status, code, at);
    assertThat(cases()).isEqualTo(before);
  }

  static Stream<Arguments> wrongTypes() {
    byte[] utf8 = lease(m -> {}).getBytes(StandardCharsets.UTF_8);
    byte[] gb = lease(m -> {}).getBytes(Charset.forName("GB18030"));
    return Stream.of(
        bytes("GB18030 said to be UTF-8", gb, "application/json; charset=utf-8", 400, "HUB-1002"),
        bytes("GB18030 said to be nothing", gb, JSON_TYPE, 400, "HUB-1002"),
        bytes(
            "UTF-16",
            lease(m -> {}).getBytes(StandardCharsets.UTF_16BE),
            JSON_TYPE,
            400,
            "HUB-1002"),
        bytes(
            "another charset declared", utf8, "application/json; charset=GB18030", 415, "HUB-1015"),
        bytes(
            "an unknown charset declared",
            utf8,
            "application/json; charset=nonsense",
            415,
            "HUB-1015"),
        bytes("another type", utf8, "text/json", 415, "HUB-1015"),
        bytes("no JSON type at all", utf8, "%%%", 415, "HUB-1015"),
        bytes(
            "a form",
            "a=b".getBytes(StandardCharsets.UTF_8),
            "application/x-www-form-urlencoded",
            415,
            "HUB-1015"),
        bytes("a file upload", utf8, "multipart/form-data; boundary=x", 415, "HUB-1015"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongTypes")
  void aBodyThatIsNotWhatItSaysIsRefused(byte[] body, String type, int status, String code)
      throws Exception {
    long before = cases();

    refused(send(BodyPublishers.ofByteArray(body), type), status, code, null);

    assertThat(cases()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0} MB")
  @org.junit.jupiter.params.provider.ValueSource(ints = {2, 64})
  void aBodyWithoutALengthIsCutOffAtTheLimit(int megabytes) throws Exception {
    byte[] body = new byte[megabytes * MEGABYTE];
    BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

    refused(send(chunked, JSON_TYPE), 413, "HUB-1009", null);
  }

  private HttpResponse<String> send(BodyPublisher body, String type) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(hub.address().resolve("/api/v1/cases"))
            .header("Authorization", "Bearer " + hub.token(MINE))
            .header("Content-Type", type)
            .POST(body)
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  private void refused(HttpResponse<String> answer, int status, String code, String at) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = RunningHub.json(answer);
    assertThat(problem.path("code").asText()).as(answer.body()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isEqualTo("urn:tongban:problem:" + code);
    assertThat(problem.path("fix").asText()).isNotBlank();
    assertThat(problem.path("at").asText(null)).isEqualTo(at);
    assertThat(answer.body()).doesNotContain("Exception", "java.", "org.", "city.");
    if (problem.has("trail")) {
      JsonNode stop = hub.read("/api/v1/trail/" + problem.path("trail").asText(), MINE);
      assertThat(stop.at("/problem/code").asText()).isEqualTo(code);
    }
  }

  private long cases() {
    return hub.context()
        .getBean(JdbcClient.class)
        .sql("select count(*) from hub_case")
        .query(Long.class)
        .single();
  }

  private static String lease(Consumer<ObjectNode> change) {
    ObjectNode message = JSON.valueToTree(Applications.lease(5200));
    change.accept(message);
    return message.toString();
  }

  private static Arguments row(String name, String body, int status, String code, String at) {
    return Arguments.of(Named.of(name, body), status, code, at);
  }

  private static Arguments bytes(String name, byte[] body, String type, int status, String code) {
    return Arguments.of(Named.of(name, body), type, status, code);
  }
}
