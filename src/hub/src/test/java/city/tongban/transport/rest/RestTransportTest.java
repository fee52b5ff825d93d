package city.tongban.transport.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import city.tongban.connector.UriTemplate;
import city.tongban.transport.ResettingServer;
import city.tongban.transport.TransportBench;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestTransportTest {
  private static final byte[] BODY = "{\"xm\":\"䶮𠮷\"}".getBytes(UTF_8);
  private static final String FILE = "POST /api/v2/filings";

  @TempDir Path secrets;
  private TransportBench bench;
  private final AtomicInteger tokens = new AtomicInteger();

  @BeforeEach
  void open() throws Exception {
    bench = new TransportBench(secrets);
    bench.on(
        "/housing/oauth/token",
        call ->
            TransportBench.answer(
                call,
                200,
                "application/json",
                ("{\"access_token\":\"T%d\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        .formatted(tokens.incrementAndGet()))
                    .getBytes(UTF_8)));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theBytesArriveAsTheyAreWithATokenAndTheAnswerComesBackAsBytes() {
    bench.on(
        "/housing/api/v2/filings",
        call -> TransportBench.answer(call, 201, "application/json; charset=UTF-8", BODY));

    Exchange answer = bench.call(housing(), FILE, BODY, Map.of("traceparent", "00-a-b-01"));

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getBody()).isEqualTo(BODY);
    assertThat(answer.getMessage().getHeaders())
        .containsEntry("HubStatus", 201)
        .containsEntry("HubDelivery", "310104-20180702-000482/1")
        .containsEntry("Content-Type", "application/json; charset=UTF-8")
        .doesNotContainKey("Authorization");
    TransportBench.Request request = bench.requests.get(1);
    assertThat(request.body()).isEqualTo(BODY);
    assertThat(request.headers().get("Authorization")).containsExactly("Bearer T1");
    assertThat(request.headers().get("Content-type")).containsExactly("application/json");
    assertThat(request.headers().get("Traceparent")).containsExactly("00-a-b-01");
    assertThat(request.headers().keySet()).noneMatch(name -> name.startsWith("Hub"));
  }

  @Test
  void aDeliveryIdInAQueryArrivesEncodedOnce() {
    bench.on("/housing/api", call -> TransportBench.answer(call, 404, "application/json", BODY));
    String call =
        UriTemplate.fill(
            "GET /api/v2/filings?deliveryId={delivery}",
            Map.of("delivery", "310104-20180702-000482/1"));

    Exchange answer = bench.call(housing(), call, new byte[0]);

    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(404);
    assertThat(bench.requests.get(1).method()).isEqualTo("GET");
    assertThat(bench.requests.get(1).uri())
        .isEqualTo("/housing/api/v2/filings?deliveryId=310104-20180702-000482%2F1");
  }

  @Test
  void aTokenIsKeptAndFetchedAnewForTheCallAfterItWasRefused() {
    bench.on(
        "/housing/api",
        call -> {
          boolean old = "Bearer T1".equals(call.getRequestHeaders().getFirst("Authorization"));
          boolean third = bench.calls("/housing/api") >= 3;
          TransportBench.answer(call, old && third ? 401 : 201, "application/json", BODY);
        });

    for (int expected : new int[] {201, 201, 401, 201}) {
      assertThat(bench.call(housing(), FILE, BODY).getMessage().getHeader("HubStatus"))
          .isEqualTo(expected);
    }

    assertThat(tokens).hasValue(2);
    assertThat(bench.calls("/housing/api")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 409, 422, 429, 500, 503})
  void everyStatusComesBackAndIsSentOnlyOnce(int status) {
    bench.on("/housing/api", call -> TransportBench.answer(call, status, "application/json", BODY));

    Exchange answer = bench.call(housing(), FILE, BODY);

    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(status);
    assertThat(bench.calls("/housing/api")).isEqualTo(1);
  }

  @Test
  void aRedirectIsNotFollowedAndNobodyElseSeesTheToken() {
    bench.on(
        "/housing/api",
        call -> {
          call.getResponseHeaders().add("Location", bench.address("/elsewhere").toString());
          TransportBench.answer(call, 302, "text/plain", BODY);
        });
    bench.on("/elsewhere", call -> TransportBench.answer(call, 200, "text/plain", BODY));

    Exchange answer = bench.call(housing(), FILE, BODY);

    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(302);
    assertThat(bench.calls("/elsewhere")).isZero();
  }

  @Test
  void headersThatSteerCamelAreIgnoredInAnyCase() {
    bench.on("/housing/api", call -> TransportBench.answer(call, 201, "application/json", BODY));
    bench.on("/elsewhere", call -> TransportBench.answer(call, 200, "text/plain", BODY));
    Map<String, Object> hostile = new HashMap<>();
    for (String name : new String[] {"CamelHttpUri", "camelhttpuri", "CAMELRestHttpUri"}) {
      hostile.put(name, bench.address("/elsewhere") + "/{{env:PATH}}");
    }
    hostile.put("CamelHttpMethod", "DELETE");
    hostile.put("CamelHttpPath", "/elsewhere");

    Exchange answer = bench.call(housing(), FILE, BODY, hostile);

    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(201);
    assertThat(bench.requests.get(1).method()).isEqualTo("POST");
    assertThat(bench.requests.get(1).uri()).isEqualTo("/housing/api/v2/filings");
    assertThat(bench.calls("/elsewhere")).isZero();
  }

  @Test
  void nobodyAtHomeIsCertainlyNotTakenIn() throws Exception {
    URI nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort() + "/housing");
    }

    assertThat(failure(bench.call(plain(nobody), FILE, BODY))).isEqualTo("Outage HUB-4010");
    assertThat(failure(bench.call(housing(nobody), FILE, BODY))).isEqualTo("Outage HUB-4010");
    assertThat(failure(bench.call(plain(URI.create("http://no.such.host.invalid/")), FILE, BODY)))
        .isEqualTo("Outage HUB-4010");
  }

  @Test
  void silenceAfterTheRequestIsInDoubt() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    bench.on("/housing/api", call -> await(over));

    Exchange answer = bench.call(plain(bench.address("/housing")), FILE, BODY);
    over.countDown();

    assertThat(failure(answer)).isEqualTo("Outage HUB-4011");
    assertThat(bench.calls("/housing/api")).isEqualTo(1);
  }

  @Test
  void anAnswerThatTricklesForLongerThanTheTimeOutIsInDoubt() {
    bench.on(
        "/housing/api",
        call -> {
          call.sendResponseHeaders(200, 0);
          CountDownLatch never = new CountDownLatch(1);
          for (int i = 0; i < 100; i++) {
            call.getResponseBody().write('x');
            call.getResponseBody().flush();
            await(never, 50);
          }
          call.close();
        });

    assertThat(failure(bench.call(plain(bench.address("/housing")), FILE, BODY)))
        .isEqualTo("Outage HUB-4011");
  }

  @Test
  void aLineThatBreaksAfterTheRequestIsInDoubtAndThePostWasSentOnce() throws Exception {
    try (ResettingServer server = new ResettingServer(1)) {
      Connector connector = plain(URI.create("http://127.0.0.1:" + server.port()));

      assertThat(bench.call(connector, FILE, BODY).getMessage().getHeader("HubStatus"))
          .isEqualTo(200);
      // the second goes over the line that was kept, and that line breaks
      assertThat(failure(bench.call(connector, FILE, BODY))).isEqualTo("Outage HUB-4011");

      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @Test
  void anOversizedAnswerIsNotReadToItsEnd() {
    bench.on(
        "/housing/api",
        call -> {
          call.sendResponseHeaders(200, 0);
          byte[] part = new byte[64 * 1024];
          for (int i = 0; i < 1024; i++) {
            call.getResponseBody().write(part);
          }
          call.close();
        });

    Exchange answer = bench.call(housing(), FILE, BODY);

    assertThat(answer.getException())
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.problem().code()).isEqualTo("HUB-9009"));
  }

  @Test
  void aWrongSecretIsAFaultAndABusyTokenEndPointAnOutage() {
    bench.server.removeContext("/housing/oauth/token");
    bench.on(
        "/housing/oauth/token",
        call ->
            TransportBench.answer(
                call,
                bench.requests.size() == 1 ? 401 : 503,
                "application/json",
                "{\"error\":\"invalid_client\"}".getBytes(UTF_8)));

    assertThat(bench.call(housing(), FILE, BODY).getException())
        .isInstanceOfSatisfying(
            Fault.class, e -> assertThat(e.problem().code()).isEqualTo("HUB-4013"));
    assertThat(failure(bench.call(housing(), FILE, BODY))).isEqualTo("Outage HUB-4012");
  }

  @Test
  void aCompressedAnswerIsNotUnpacked() throws IOException {
    byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    bench.on(
        "/housing/api",
        call -> {
          call.getResponseHeaders().add("Content-Encoding", "gzip");
          TransportBench.answer(call, 200, "application/json", packed);
        });

    assertThat(bench.call(housing(), FILE, BODY).getMessage().getBody()).isEqualTo(packed);
  }

  private Connector housing() {
    return housing(bench.address("/housing"));
  }

  private static Connector housing(URI address) {
    return ShippedConnectors.with("housing", address, Map.of("timeout: 20s", "timeout: 10s"));
  }

  /** Without the fetching of a token, and in a hurry. */
  private static Connector plain(URI address) {
    return ShippedConnectors.with(
        "housing", address, Map.of("timeout: 20s", "timeout: 1s", "authentication:", "#"));
  }

  private static String failure(Exchange exchange) {
    HubException e = (HubException) exchange.getException();
    assertThat(e).isInstanceOf(Outage.class);
    return e.getClass().getSimpleName() + " " + e.problem().code();
  }

  private static void await(CountDownLatch latch) {
    await(latch, 10_000);
  }

  private static void await(CountDownLatch latch, long millis) {
    try {
      latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
