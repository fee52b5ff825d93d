package city.tongban.transport.soap;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.transport.ResettingServer;
import city.tongban.transport.TransportBench;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapTransportTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final byte[] DOCUMENT =
      "<?xml version=\"1.0\" encoding=\"GB18030\"?><ROOT><A>䶮𠮷·]]></A></ROOT>".getBytes(GB18030);

  @TempDir Path secrets;
  private TransportBench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new TransportBench(secrets);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theDocumentTravelsAsTextInTheirCharsetBothWays() {
    byte[] reply = "<?xml version=\"1.0\" encoding=\"GB18030\"?><e>成功䶮</e>".getBytes(GB18030);
    bench.on("/hr", call -> TransportBench.answer(call, 200, "text/xml; charset=GB18030", reply));

    Exchange answer = bench.call(hr(), "execute", DOCUMENT, Map.of("traceparent", "00-a-b-01"));

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getBody()).isEqualTo(reply);
    assertThat(answer.getMessage().getHeaders())
        .containsEntry("HubStatus", 200)
        .containsEntry("HubDelivery", "310104-20180702-000482/1")
        .containsEntry("Content-Type", "text/xml; charset=GB18030")
        .doesNotContainKeys("SOAPAction", "RequestContext");
    TransportBench.Request request = bench.requests.get(0);
    assertThat(request.headers().get("Soapaction"))
        .containsExactly("\"urn:shrs:exchange:v1/execute\"");
    assertThat(request.headers().get("Content-type")).containsExactly("text/xml; charset=GB18030");
    assertThat(request.headers().get("Traceparent")).containsExactly("00-a-b-01");
    assertThat(request.headers().get("Content-length"))
        .containsExactly(String.valueOf(request.body().length));
    assertThat(new String(request.body(), GB18030))
        .contains("<UserToken xmlns=\"urn:shrs:exchange:v1\">tok&lt;en&amp;</UserToken>")
        .contains("<A>䶮𠮷·]]]]><![CDATA[></A>");
  }

  @Test
  void aPlainDocumentStandsInTheBodyWithOurTokenInTheHeader() {
    byte[] reply = "<s:Envelope xmlns:s='urn:x'/>".getBytes(GB18030);
    bench.on("/hr", call -> TransportBench.answer(call, 200, "text/xml", reply));
    Connector plain =
        ShippedConnectors.with(
            "human-resources",
            URI.create(bench.address("/hr").toString()),
            Map.of(
                "text: { argument: request, result: result, token: UserToken }",
                "plain: { token: UserToken }"));

    Exchange answer = bench.call(plain, "execute", DOCUMENT);

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getBody()).isEqualTo(reply);
    assertThat(new String(bench.requests.get(0).body(), GB18030))
        .startsWith("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<soap:Envelope")
        .contains(
            "<UserToken xmlns=\"urn:shrs:exchange:v1\">tok&lt;en&amp;</UserToken></soap:Header>")
        .contains("<soap:Body><ROOT><A>䶮𠮷·]]></A></ROOT></soap:Body>");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 302, 400, 401, 403, 404, 429, 500, 503})
  void everyStatusComesBackWithItsBodyAndIsSentOnlyOnce(int status) {
    bench.on("/hr", call -> TransportBench.answer(call, status, "text/xml", DOCUMENT));

    Exchange answer = bench.call(hr(), "execute", DOCUMENT);

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(status);
    // the JDK keeps the body of a 401 to itself; the status says all there is to know
    assertThat(answer.getMessage().getBody()).isEqualTo(status == 401 ? new byte[0] : DOCUMENT);
    assertThat(bench.calls("/hr")).isEqualTo(1);
  }

  @Test
  void nobodyAtHomeIsCertainlyNotTakenIn() {
    int port = bench.server.getAddress().getPort();
    bench.server.stop(0);

    assertThat(code(bench.call(at("http://127.0.0.1:" + port + "/hr"), "execute", DOCUMENT)))
        .isEqualTo("HUB-4010");
  }

  @Test
  void silenceAfterTheRequestIsInDoubt() {
    CountDownLatch over = new CountDownLatch(1);
    bench.on(
        "/hr",
        call -> {
          try {
            over.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    Exchange answer = bench.call(impatient(bench.address("/hr")), "execute", DOCUMENT);
    over.countDown();

    assertThat(code(answer)).isEqualTo("HUB-4011");
  }

  @Test
  void aKeptLineThatBreaksIsInDoubtAndTheCallWasSentOnce() throws Exception {
    try (ResettingServer server = new ResettingServer(1)) {
      Connector connector = at("http://127.0.0.1:" + server.port() + "/hr");

      assertThat(bench.call(connector, "execute", DOCUMENT).getMessage().getHeader("HubStatus"))
          .isEqualTo(200);
      assertThat(code(bench.call(connector, "execute", DOCUMENT))).isEqualTo("HUB-4011");

      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void anOversizedAnswerIsNotReadToItsEnd() {
    bench.on(
        "/hr", call -> TransportBench.answer(call, 200, "text/xml", new byte[5 * 1024 * 1024]));

    assertThat(code(bench.call(hr(), "execute", DOCUMENT))).isEqualTo("HUB-9009");
  }

  @Test
  void headersThatSteerCamelAreIgnored() {
    bench.on("/hr", call -> TransportBench.answer(call, 200, "text/xml", DOCUMENT));
    bench.on("/elsewhere", call -> TransportBench.answer(call, 200, "text/xml", DOCUMENT));

    bench.call(
        hr(),
        "execute",
        DOCUMENT,
        Map.of(
            "CamelDestinationOverrideUrl", bench.address("/elsewhere").toString(),
            "CAMELHttpUri", bench.address("/elsewhere").toString(),
            "operationName", "other"));

    assertThat(bench.calls("/hr")).isEqualTo(1);
    assertThat(bench.calls("/elsewhere")).isZero();
  }

  private Connector hr() {
    return at(bench.address("/hr").toString());
  }

  private static Connector at(String address) {
    return ShippedConnectors.with("human-resources", URI.create(address), Map.of());
  }

  /** For a server that never answers. */
  private static Connector impatient(URI address) {
    return ShippedConnectors.with(
        "human-resources", address, Map.of("timeout: 15s", "timeout: 1s"));
  }

  private static String code(Exchange exchange) {
    return ((HubException) exchange.getException()).problem().code();
  }
}
