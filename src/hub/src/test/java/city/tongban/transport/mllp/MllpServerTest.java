package city.tongban.transport.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Outage;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Their calls at our door: who is let in, what is answered, and when a caller is let go. */
class MllpServerTest extends MllpTestSupport {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String SAID = "ORC|RE|" + DELIVERY + "|WJ20180000012\rNTE|1||同意䶮\r";
  private int port;

  @BeforeEach
  void aDoor() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    routes.activated(connector("timeout: 2s"), Optional.empty());
    await().until(this::opens);
  }

  @Test
  void whatTheySayGoesItsWayAsBytesWithItsCharsetAndIsThenAcknowledged() throws Exception {
    byte[] message = result("WJXT|PDFY", "R1", "GB 18030-2000", GB18030);
    try (Caller caller = caller()) {
      String answer = caller.say(message);

      assertThat(bodies).containsExactly(message);
      assertThat(taken.get(0))
          .containsEntry(Exchange.CONTENT_TYPE, "x-application/hl7-v2+er7; charset=GB18030")
          .containsEntry("HubBackEnd", "health");
      assertThat(answer)
          .startsWith("MSH|^~\\&|TONGBAN|SHSQSL|WJXT|PDFY|")
          .contains("|ACK^R01^ACK|ACK-R1|P|2.5.1|")
          .endsWith("\rMSA|AA|R1\r");
    }
  }

  @Test
  void onALineThatIsKeptOneFollowsTheOther() throws Exception {
    try (Caller caller = caller()) {
      caller.send(MllpFrames.of(good("R1")));
      caller.send(MllpFrames.of(good("R2")));

      assertThat(caller.read()).contains("MSA|AA|R1\r");
      assertThat(caller.read()).contains("MSA|AA|R2\r");
    }
  }

  @Test
  void whoIsNotOneOfTheirStationsIsToldNoAndNothingOfItIsRead() throws Exception {
    try (Caller caller = caller()) {
      String answer = caller.say(result("WJXT|ELSEWHERE", "R1", "UNICODE UTF-8", GB18030));

      assertThat(answer).contains("MSA|AR|R1\r", "|HUB-5019^^L|");
      assertThat(taken).isEmpty();
      assertThat(refused).singleElement().returns("HUB-5019", e -> e.problem().code());
    }
  }

  @Test
  void aCharsetThatNobodyHasAgreedOnIsToldNo() throws Exception {
    try (Caller caller = caller()) {
      assertThat(caller.say(result("WJXT|SHWJW", "R1", "KOI8-R", GB18030)))
          .contains("MSA|AR|R1\r", "|HUB-9007^^L|");
    }
  }

  @Test
  void whatMeansNothingToUsIsToldNoAsOftenAsItComesAndRecordedOnce() throws Exception {
    taking =
        exchange -> {
          throw Refusal.of("HUB-5001", "the result names no delivery | of ours");
        };
    try (Caller caller = caller()) {
      String first = caller.say(good("R1"));
      String again = caller.say(good("R1"));

      assertThat(first)
          .contains("MSA|AE|R1\r", "|HUB-5001^^L|||the result names no delivery \\F\\ of ours\r");
      assertThat(again).contains("MSA|AE|R1\r");
      assertThat(refused).hasSize(1);
    }
  }

  @Test
  void whatFailsForAReasonOfOursTheyAreAskedToSendAgain() throws Exception {
    taking =
        exchange -> {
          throw new IllegalStateException("no database");
        };
    try (Caller caller = caller()) {
      assertThat(caller.say(good("R1")))
          .contains("MSA|AE|R1\r", "ERR|||206^")
          .doesNotContain("database");
      taking = exchange -> {};

      assertThat(caller.say(good("R1"))).contains("MSA|AA|R1\r");
      assertThat(refused).isEmpty();
    }
  }

  @Test
  void whatWasRefusedBeforeAndNowFailsForAReasonOfOursTheyAreAskedToSendAgain() throws Exception {
    taking =
        exchange -> {
          throw Refusal.of("HUB-5001", "the result names no delivery of ours");
        };
    try (Caller caller = caller()) {
      assertThat(caller.say(good("R1"))).contains("ERR|||207^");
      taking =
          exchange -> {
            throw Outage.of("HUB-4012", "not now");
          };

      assertThat(caller.say(good("R1"))).contains("MSA|AE|R1\r", "ERR|||206^");
    }
  }

  @Test
  void whatIsNoHl7IsRecordedAndTheCallerLetGoWithoutAnAnswer() throws Exception {
    try (Caller caller = caller()) {
      caller.send(MllpFrames.of("<!DOCTYPE a>\r".getBytes(StandardCharsets.UTF_8)));

      assertThat(caller.isLetGo()).isTrue();
      assertThat(refused).singleElement().returns("HUB-9016", e -> e.problem().code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "within", "oversized", "never-ending", "half"})
  void aCallerThatSendsNoFrameIsLetGoAndTheNextIsServed(String how) throws Exception {
    byte[] frame = MllpFrames.of(good("R1"));
    try (Caller caller = caller()) {
      switch (how) {
        case "before" -> caller.send("x".getBytes(StandardCharsets.UTF_8));
        case "within" -> caller.send(new byte[] {MllpFrames.BEGIN, 'M', MllpFrames.BEGIN});
        case "oversized" -> caller.send(MllpFrames.of(new byte[70_000]));
        case "never-ending" -> caller.dripUntilLetGo();
        default -> caller.send(Arrays.copyOf(frame, frame.length / 2));
      }
      assertThat(caller.isLetGo()).isTrue();
    }
    assertThat(taken).isEmpty();
    try (Caller next = caller()) {
      assertThat(next.say(good("R2"))).contains("MSA|AA|R2\r");
    }
  }

  @Test
  void aCallerWithoutACertificateOfTheirAuthorityIsNotHeard() throws Exception {
    Files.writeString(
        secrets.folder().resolve("stranger"),
        Certificates.issued(
            Certificates.authority("stranger"), "stranger", Certificates.Days.ofARehearsal()));
    assertThatThrownBy(
            () -> {
              try (Caller stranger = new Caller(theirs("stranger"))) {
                stranger.say(good("R1"));
              }
            })
        .isInstanceOf(IOException.class);
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port)) {
      plain.getOutputStream().write(MllpFrames.of(good("R1")));
      assertThat(letGo(plain)).isTrue();
    }
    assertThat(taken).isEmpty();
  }

  @Test
  void callersThatOnlyStandAtTheDoorAreAFewAndNotForLong() throws Exception {
    List<Socket> loiterers = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        loiterers.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(thread -> thread.getName().equals("mllp-" + port + "-caller"))
                  .count())
          .isLessThanOrEqualTo(16);
      await()
          .atMost(Duration.ofMinutes(1))
          .ignoreExceptionsInstanceOf(IOException.class)
          .untilAsserted(
              () -> {
                try (Caller next = caller()) {
                  assertThat(next.say(good("R1"))).contains("MSA|AA|R1\r");
                }
              });
    } finally {
      for (Socket loiterer : loiterers) {
        loiterer.close();
      }
    }
  }

  @Test
  void aNewVersionTakesOverTheDoorAndTheLastOneShutsIt() throws Exception {
    Connector first = connector("timeout: 2s");
    Connector second = connector("timeout: 3s");
    routes.activated(second, Optional.of(first));
    try (Caller caller = caller()) {
      assertThat(caller.say(good("R1"))).contains("MSA|AA|R1\r");
      camel.getRouteController().stopRoute(first.routeId() + "-results");

      assertThat(caller.say(good("R2"))).contains("MSA|AA|R2\r");
    }
    camel.getRouteController().stopRoute(second.routeId() + "-results");

    await()
        .untilAsserted(() -> assertThatThrownBy(this::caller).isInstanceOf(ConnectException.class));
  }

  @Test
  void aSuspendedRouteHasNoPortAndAResumedOneHas() throws Exception {
    camel.getRouteController().suspendRoute(results());

    assertThat(opens()).isFalse();

    camel.getRouteController().resumeRoute(results());
    await().until(this::opens);
    try (Caller caller = caller()) {
      assertThat(caller.say(good("R1"))).contains("MSA|AA|R1\r");
    }
  }

  @Test
  void aMessageInProgressIsAcknowledgedBeforeTheRouteStops() throws Exception {
    CountDownLatch began = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    taking =
        exchange -> {
          began.countDown();
          await().until(() -> mayEnd.getCount() == 0);
        };
    try (Caller caller = caller()) {
      caller.send(MllpFrames.of(good("R1")));
      assertThat(began.await(8, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Void> stop = CompletableFuture.runAsync(this::stopTheRoute);
      await().until(() -> !opens());
      mayEnd.countDown();

      assertThat(caller.read()).contains("MSA|AA|R1\r");
      assertThat(caller.isLetGo()).isTrue();
      stop.get(8, TimeUnit.SECONDS);
    }
  }

  private String results() {
    return connector("timeout: 2s").routeId() + "-results";
  }

  private void stopTheRoute() {
    try {
      camel.getRouteController().stopRoute(results());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Connector connector(String timeout) {
    return ShippedConnectors.with(
        "health",
        null,
        Map.of("mllps://127.0.0.1:8095", "mllps://127.0.0.1:" + port, "timeout: 10s", timeout));
  }

  private boolean opens() {
    try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static byte[] good(String id) {
    return result("WJXT|SHWJW", id, "UNICODE UTF-8", StandardCharsets.UTF_8);
  }

  private static byte[] result(String station, String id, String charset, Charset written) {
    String[] who = station.split("\\|");
    return (HEAD.formatted(who[0], who[1], "ORU^R01^ORU_R01", id, charset) + SAID)
        .getBytes(written);
  }

  private Caller caller() throws IOException {
    return new Caller(theirs("health-server"));
  }

  private static boolean letGo(Socket socket) {
    try {
      socket.setSoTimeout(8000);
      socket.getInputStream().readAllBytes(); // TLS says why, first
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private final class Caller implements AutoCloseable {
    private final Socket plain;
    private final SSLSocket line;
    private final MllpFrames frames;

    Caller(SSLContext context) throws IOException {
      plain = new Socket(InetAddress.getLoopbackAddress(), port);
      plain.setSoTimeout(8000);
      line = (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
      line.startHandshake();
      frames = new MllpFrames(line.getInputStream(), 1_000_000);
    }

    String say(byte[] message) throws IOException {
      send(MllpFrames.of(message));
      return read();
    }

    void send(byte[] bytes) throws IOException {
      line.getOutputStream().write(bytes);
      line.getOutputStream().flush();
    }

    String read() throws IOException {
      return new String(frames.next().orElseThrow(IOException::new), StandardCharsets.UTF_8);
    }

    boolean isLetGo() {
      return letGo(line);
    }

    void dripUntilLetGo() throws Exception {
      long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
      send(new byte[] {MllpFrames.BEGIN});
      try {
        while (System.nanoTime() < end) {
          send(new byte[] {'M'});
          Thread.sleep(100);
        }
        throw new AssertionError("nobody hung up");
      } catch (IOException e) {
        // they have hung up
      }
    }

    @Override
    public void close() throws IOException {
      plain.close();
    }
  }
}
