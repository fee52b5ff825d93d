package city.tongban.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.WorkingCopy;
import city.tongban.canonical.Answer;
import city.tongban.canonical.HubException;
import city.tongban.mapping.Mappings;
import city.tongban.mapping.RawMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A back-end of recorded answers, over a real line. */
class StubServerTest {
  private static final String FIRST =
      "{\"requestId\":\"310104-20180702-000001/1\",\"kind\":\"flood\"}";

  @TempDir Path copy;
  private final List<String> told = new ArrayList<>();
  private StubServer stub;

  @AfterEach
  void close() {
    if (stub != null) {
      stub.close();
    }
  }

  @Test
  void itAnswersByCallAndCondition() throws Exception {
    rest(
        "  - match: { call: POST /applications, where: { /kind: storm } }\n"
            + "    status: 422\n"
            + "    body: '{\"state\":\"REJECTED\"}'\n");

    HttpResponse<String> granted = post("/applications", FIRST);
    HttpResponse<String> refused =
        post("/applications", FIRST.replace("flood", "storm").replace("/1", "/2"));

    assertThat(granted.statusCode()).isEqualTo(200);
    assertThat(granted.body()).contains("APPROVED");
    assertThat(granted.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).isEqualTo("{\"state\":\"REJECTED\"}");
    assertThat(told)
        .containsExactly(
            "POST /applications -> 200 310104-20180702-000001/1",
            "POST /applications -> 422 310104-20180702-000001/2");
  }

  @Test
  void anIdThatCameBeforeIsAnsweredTheSameAndWithOtherContentRefused() throws Exception {
    rest("");

    HttpResponse<String> first = post("/applications", FIRST);
    HttpResponse<String> again = post("/applications", FIRST);
    HttpResponse<String> other = post("/applications", FIRST.replace("flood", "hail"));

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("came before with other content");
  }

  @Test
  void whatIsNotRecordedIsASentence() throws Exception {
    rest("");

    HttpResponse<String> lost = post("/elsewhere", "not even JSON");

    assertThat(lost.statusCode()).isEqualTo(404);
    assertThat(lost.body()).isEqualTo("no answer in stub.yaml matches 'POST /elsewhere'");
  }

  @Test
  void soapGoesInAnEnvelopeBothWays() throws Exception {
    new ConnectorScaffold(copy)
        .write(
            "weather-relief",
            Files.writeString(
                copy.resolve("relief.wsdl"), ConnectorScaffoldTest.wsdl("element=\"t:Apply\"")),
            null,
            null,
            "MZ9035",
            "救助");
    start();

    HttpResponse<String> granted = soap("apply", "<xm>a</xm>");
    HttpResponse<String> other = soap("apply", "<xm>b</xm>");
    HttpResponse<String> lost = soap("cancel", "<xm>a</xm>");

    assertThat(granted.statusCode()).isEqualTo(200);
    assertThat(granted.body())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope")
        .contains("<s:Body><t:ApplyResponse xmlns:t=\"urn:relief:1\">");
    assertThat(understood(granted).outcome()).isEqualTo(Answer.Outcome.ACCEPTED);
    assertThat(other.statusCode()).isEqualTo(500);
    assertThat(other.body()).contains("<faultcode>s:Client</faultcode>", "other content");
    assertThat(lost.body()).contains("<faultcode>s:Client</faultcode>");
  }

  @Test
  void aFileThatIsNotAListOfAnswersIsASentenceWithItsLine() throws IOException {
    connector();
    Files.writeString(
        copy.resolve("connectors/weather-relief/stub.yaml"), "answers:\n  - machs: 1\n");

    HubException refused = catchThrowableOfType(HubException.class, this::start);

    assertThat(refused.problem().code()).isEqualTo("HUB-8023");
    assertThat(refused.getMessage()).contains("stub.yaml line 2");
  }

  @Test
  void whatSpeaksNoPlainHttpNeedsASimulator() {
    HubException refused =
        catchThrowableOfType(
            HubException.class,
            () -> StubServer.start(Path.of("."), "public-security", 0, told::add));

    assertThat(refused.problem().fix()).contains("simulator");
  }

  /** As the hub would understand it, out of its envelope. */
  private Answer understood(HttpResponse<String> reply) {
    return Mappings.forTools()
        .reply(
            new WorkingCopy(copy).connector("weather-relief"),
            "application",
            new RawMessage(
                reply.statusCode(),
                reply.body().getBytes(StandardCharsets.UTF_8),
                reply.headers().firstValue("Content-Type").orElseThrow()));
  }

  private void connector() throws IOException {
    new ConnectorScaffold(copy)
        .write(
            "weather-relief",
            Files.writeString(copy.resolve("sample.json"), FIRST),
            null,
            null,
            "MZ9035",
            "救助");
  }

  /** With more answers before the drawn one. */
  private void rest(String more) throws IOException {
    connector();
    Path file = copy.resolve("connectors/weather-relief/stub.yaml");
    Files.writeString(file, Files.readString(file).replace("answers:\n", "answers:\n" + more));
    start();
  }

  private void start() throws IOException {
    stub = StubServer.start(copy, "weather-relief", 0, told::add);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(stub.address() + path)), body);
  }

  private HttpResponse<String> soap(String operation, String inside) throws Exception {
    return send(
        HttpRequest.newBuilder(stub.address())
            .header("SOAPAction", "\"urn:relief:1/" + operation + "\""),
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><Apply"
            + " xmlns=\"urn:relief:1\"><messageId>1</messageId>"
            + inside
            + "</Apply></s:Body></s:Envelope>");
  }

  private static HttpResponse<String> send(HttpRequest.Builder to, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            to.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
