package city.tongban.transport.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.rehearsal.simulator.department.providentfund.FundSimulator;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.FailureEffect;
import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Outage;
import city.tongban.connector.CallFailures;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.TestCallRoute;
import city.tongban.transport.TestPeer;
import city.tongban.transport.TransportRoutes;
import city.tongban.transport.Transports;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The TCP transport opposite somebody who may be wrong, slow, hostile, or the fund itself. */
class TcpTransportTest {
  private static final String FUND = "provident-fund";
  private static final String CALL = "gjj.101.001.01";
  private static final byte[] QUESTION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document>䶮𠮷</Document>".getBytes(UTF_8);

  @TempDir Path folder;
  private final CamelContext camel = new DefaultCamelContext();
  private TransportRoutes routes;
  private TestPeer peer;

  @BeforeEach
  void aContextWithTheRealTemplate() throws Exception {
    secret("K1:s3cret");
    TestCallRoute.addTo(camel);
    PluginHelper.getRoutesLoader(camel)
        .loadRoutes(
            ResourceHelper.resolveMandatoryResource(
                camel, "file:routes/transports/tcp.camel.yaml"));
    routes =
        new TransportRoutes(
            new Transports(
                List.of(
                    new TcpTransport(new Credentials(folder), () -> LocalDate.of(2018, 7, 2)))));
    routes.beforeApplicationStart(camel);
    camel.start();
    peer = new TestPeer(line -> line.getOutputStream().write(TestPeer.framed(TestPeer.good())));
  }

  @AfterEach
  void stop() throws Exception {
    peer.close();
    camel.stop();
  }

  @Test
  void aQuestionCarriesItsHeaderAndItsMacAndTheAnswersDocumentComesBack() {
    Exchange done = call();

    assertThat(done.getException()).isNull();
    assertThat(done.getMessage().getBody(String.class)).isEqualTo(TestPeer.DOCUMENT);
    assertThat(done.getMessage().getHeader("HubStatus")).isEqualTo(0);
    assertThat(done.getMessage().getHeader("HubDelivery")).isEqualTo(TestPeer.ID);
    assertThat(done.getMessage().getHeaders()).doesNotContainKey("Evil");
    byte[] heard = peer.heard.get(0);
    String head = new String(heard, 0, 128, US_ASCII);
    assertThat(head)
        .isEqualTo(
            "{H:01TBSN0001GJJZX001gjj.101.001.0120180702"
                + "310104-20180702-000482/1                "
                + " ".repeat(28)
                + "HMAC-SM3K1      }");
    assertThat(Arrays.copyOfRange(heard, 128, heard.length - 68)).isEqualTo(QUESTION);
    assertThat(new String(heard, heard.length - 68, 68, US_ASCII))
        .isEqualTo("{M:" + TestPeer.mac(heard, heard.length - 68, "s3cret") + "}");
  }

  @Test
  void aCallMaySayWhichDayItIsAboutAndHaveNoDocument() {
    Exchange done = call(connector(Map.of()), "gjj.107.001.01 20180629", new byte[0]);

    assertThat(done.getException()).isNull();
    assertThat(new String(peer.heard.get(0), US_ASCII)).contains("gjj.107.001.0120180629");
    assertThat(peer.heard.get(0)).hasSize(128 + 68);
  }

  @Test
  void aNewSecretWorksAtOnceAndWhatTheOldOneMadeIsStillBelieved() throws Exception {
    secret("K2:fresh\nK1:s3cret");

    Exchange done = call();

    assertThat(done.getException()).isNull();
    byte[] heard = peer.heard.get(0);
    assertThat(new String(heard, 0, 128, US_ASCII)).endsWith("K2      }");
    assertThat(new String(heard, heard.length - 68, 68, US_ASCII))
        .contains(TestPeer.mac(heard, heard.length - 68, "fresh"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("answersThatAreNotBelieved")
  void anAnswerThatIsNotBelievedLeavesItInDoubtAndIsKeptAsEvidence(
      String what, String code, byte[] message) {
    peer.answers(line -> line.getOutputStream().write(TestPeer.framed(message)));

    Exchange done = call();

    assertThat(problem(done)).isInstanceOf(Outage.class);
    assertThat(code(done)).isEqualTo(code);
    assertThat(problem(done).effect()).isEqualTo(FailureEffect.IN_DOUBT);
    assertThat(done.getMessage().getBody()).as("evidence").isEqualTo(message);
    assertThat(done.getMessage().getHeader("HubDelivery")).isEqualTo(TestPeer.ID);
    assertThat(peer.heard).hasSize(1);
    assertThat(problem(done).toString()).doesNotContain("s3cret");
  }

  static Stream<Arguments> answersThatAreNotBelieved() {
    byte[] other = TestPeer.good();
    other[140] ^= 1;
    byte[] noMac = TestPeer.good();
    noMac[noMac.length - 68] = 'x';
    byte[] noHead = TestPeer.message("{X" + TestPeer.goodHead().substring(2), "", "s3cret");
    byte[] hexInCapitals = TestPeer.good();
    String text = new String(hexInCapitals, hexInCapitals.length - 65, 64, US_ASCII);
    System.arraycopy(
        text.toUpperCase(java.util.Locale.ROOT).getBytes(US_ASCII),
        0,
        hexInCapitals,
        hexInCapitals.length - 65,
        64);
    return Stream.of(
        Arguments.of("a byte was changed on the way", "HUB-4065", other),
        Arguments.of("another secret", "HUB-4065", answer(TestPeer.goodHead(), "somebody else's")),
        Arguments.of(
            "a key that we do not have",
            "HUB-4065",
            answer(head("01", "GJJZX001", "TBSN0001", TestPeer.ID, "K9"), "s3cret")),
        Arguments.of(
            "another algorithm",
            "HUB-4065",
            answer(TestPeer.goodHead().replace("HMAC-SM3", "NONE    "), "s3cret")),
        Arguments.of("a MAC written otherwise", "HUB-4065", hexInCapitals),
        Arguments.of("no MAC", "HUB-4066", noMac),
        Arguments.of("no header", "HUB-4066", noHead),
        Arguments.of(
            "a newer header",
            "HUB-4067",
            answer(head("02", "GJJZX001", "TBSN0001", TestPeer.ID, "K1"), "s3cret")),
        Arguments.of(
            "from somebody else",
            "HUB-4067",
            answer(head("01", "GJJZX002", "TBSN0001", TestPeer.ID, "K1"), "s3cret")),
        Arguments.of(
            "for somebody else",
            "HUB-4067",
            answer(head("01", "GJJZX001", "TBSN0009", TestPeer.ID, "K1"), "s3cret")),
        Arguments.of(
            "to another question",
            "HUB-4067",
            answer(head("01", "GJJZX001", "TBSN0001", "310104-20180702-000483/1", "K1"), "s3cret")),
        Arguments.of(
            "our own question back",
            "HUB-4067",
            answer(head("01", "TBSN0001", "GJJZX001", TestPeer.ID, "K1"), "s3cret")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "abcdefgh, HUB-4066",
    "-0000200, HUB-4066",
    "0000020a, HUB-4066",
    "' 0000200', HUB-4066",
    "00000000, HUB-4066",
    "00000195, HUB-4066",
    "HTTP/1.1, HUB-4066",
    "99999999, HUB-9009",
    "09000000, HUB-9009"
  })
  void aLengthThatNoMessageHasIsNotReadFurther(String length, String code) {
    peer.answers(line -> line.getOutputStream().write(TestPeer.framed(length, TestPeer.good())));

    assertThat(code(call())).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0", "5", "8", "100", "200"})
  void anAnswerThatStopsInTheMiddleLeavesItInDoubt(int bytes) {
    byte[] whole = TestPeer.framed(TestPeer.good());
    peer.answers(line -> line.getOutputStream().write(Arrays.copyOf(whole, bytes)));

    assertThat(code(call())).isEqualTo(CallFailures.IN_DOUBT);
  }

  @Test
  void aLengthThatIsTooShortPutsTheMacOutOfReach() {
    byte[] good = TestPeer.good();
    peer.answers(
        line ->
            line.getOutputStream().write(TestPeer.framed("%08d".formatted(good.length - 5), good)));

    assertThat(code(call())).isEqualTo("HUB-4066");
  }

  @Test
  void twoAnswersInOneAreOneAnswerAndTheSecondIsNobodys() {
    byte[] second =
        TestPeer.framed(
            TestPeer.message(
                head("01", "GJJZX001", "TBSN0001", "310104-20180702-000483/1", "K1"),
                "<B/>",
                "s3cret"));
    peer.answers(
        line -> {
          line.getOutputStream().write(TestPeer.framed(TestPeer.good()));
          line.getOutputStream().write(second);
        });

    assertThat(call().getMessage().getBody(String.class)).isEqualTo(TestPeer.DOCUMENT);
    assertThat(call().getMessage().getBody(String.class)).isEqualTo(TestPeer.DOCUMENT);
  }

  @Test
  void anAnswerInManyPiecesIsWhole() {
    peer.answers(
        line -> {
          for (byte one : TestPeer.framed(TestPeer.good())) {
            line.getOutputStream().write(one);
            line.getOutputStream().flush();
          }
        });

    assertThat(call().getMessage().getBody(String.class)).isEqualTo(TestPeer.DOCUMENT);
  }

  @Test
  void aResetLeavesItInDoubt() {
    peer.answers(line -> line.setSoLinger(true, 0));

    assertThat(code(call())).isEqualTo(CallFailures.IN_DOUBT);
  }

  @ParameterizedTest(name = "a byte now and then: {0}")
  @CsvSource({"false", "true"})
  void aPeerThatIsSilentOrSendsAByteNowAndThenIsGivenUpInTime(boolean trickles) {
    peer.answers(
        line -> {
          OutputStream out = line.getOutputStream();
          for (byte one : TestPeer.framed(TestPeer.good())) {
            TimeUnit.MILLISECONDS.sleep(100);
            if (trickles) {
              out.write(one);
            }
          }
        });
    long began = System.nanoTime();

    Exchange done = call(connector(Map.of("timeout: 10s", "timeout: 600ms")), CALL, QUESTION);

    assertThat(code(done)).isEqualTo(CallFailures.IN_DOUBT);
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(550), Duration.ofSeconds(20));
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPeerThatTakesNothingInIsGivenUpInTime() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0)) { // the system answers the door, nobody reads
      URI there = URI.create("tcp://127.0.0.1:" + deaf.getLocalPort());
      byte[] more = new byte[16 << 20]; // than the buffers between us hold

      Exchange done =
          call(
              ShippedConnectors.with(FUND, there, Map.of("timeout: 10s", "timeout: 600ms")),
              CALL,
              more);

      assertThat(code(done)).isEqualTo(CallFailures.IN_DOUBT);
    }
  }

  @Test
  void nobodyAtHomeIsCertainlyNotTakenIn() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("tcp://127.0.0.1:" + free.getLocalPort());
    }

    Exchange done = call(ShippedConnectors.with(FUND, nobody, Map.of()), CALL, QUESTION);

    assertThat(code(done)).isEqualTo(CallFailures.UNREACHABLE);
    assertThat(problem(done).effect()).isEqualTo(FailureEffect.NOT_SENT);
  }

  @Test
  void theirNoToOurCredentialIsOne() {
    String head = TestPeer.head("01", "GJJZX001", "TBSN0001", TestPeer.ID, "E301", "K1");
    peer.answers(line -> line.getOutputStream().write(TestPeer.framed(answer(head, "s3cret"))));

    Exchange done = call();

    assertThat(problem(done)).isInstanceOf(Fault.class);
    assertThat(code(done)).isEqualTo(CallFailures.CREDENTIAL);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"K1", "':s3cret'", "K1:", "K12345678:s3cret"})
  void aSecretOfTheWrongFormSendsNothing(String secret) throws Exception {
    secret(secret);

    Exchange done = call();

    assertThat(code(done)).isEqualTo("HUB-8007");
    assertThat(problem(done).toString()).doesNotContain("s3cret");
    assertThat(peer.heard).isEmpty();
  }

  @Test
  void anIdThatHasNoRoomInTheHeaderSendsNothing() {
    Exchange done = send(connector(Map.of()), CALL, QUESTION, "3".repeat(41));

    assertThat(code(done)).isEqualTo("HUB-8010");
    assertThat(peer.heard).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'version: \"01\"', 'version: \"1\"', frame.version",
    "'hub: TBSN0001', 'hub: tbsn', frame.hub",
    "'call: gjj.101.001.01', 'call: POST /x', call",
    "'tcp://127.0.0.1:8098', 'tcp://127.0.0.1', port"
  })
  void aConnectorThatCannotWorkIsRefused(String from, String to, String named) {
    assertThatThrownBy(
            () -> ShippedConnectors.check(ShippedConnectors.with(FUND, Map.of(from, to))))
        .isInstanceOf(Fault.class)
        .hasMessageContaining(named);
  }

  @Test
  void withTheFundItself() throws Exception {
    try (FundSimulator fund = new FundSimulator(Files.createDirectories(folder.resolve("house")))) {
      byte[] question =
          Files.readAllBytes(Path.of("mappings/provident-fund/samples/account.request.xml"));
      Connector connector = ShippedConnectors.with(FUND, fund.address(), Map.of());
      String id = "310104-20180702-000801/1";

      Exchange first = send(connector, CALL, question, id);
      Exchange again = send(connector, CALL, question, id);
      fund.fault("wrong-mac");
      Exchange spoilt = send(connector, CALL, question, id);
      secret("K1:another");
      Exchange unknown = send(connector, CALL, question, id);

      assertThat(first.getException()).isNull();
      assertThat(first.getMessage().getBody(String.class)).contains("<grzhye>", id);
      assertThat(again.getMessage().getBody(String.class))
          .isEqualTo(first.getMessage().getBody(String.class));
      assertThat(code(spoilt)).isEqualTo("HUB-4065");
      assertThat(code(unknown)).isEqualTo("HUB-4065");
      assertThat(fund.book()).hasSize(1);
    }
  }

  private static byte[] answer(String head, String secret) {
    return TestPeer.message(head, TestPeer.DOCUMENT, secret);
  }

  private static String head(String version, String from, String to, String id, String key) {
    return TestPeer.head(version, from, to, id, "0000", key);
  }

  private Exchange call() {
    return call(connector(Map.of()), CALL, QUESTION);
  }

  private Exchange call(Connector connector, String call, byte[] question) {
    return send(connector, call, question, TestPeer.ID);
  }

  private Exchange send(Connector connector, String call, byte[] question, String id) {
    routes.activated(connector, Optional.empty());
    return camel
        .createProducerTemplate()
        .request(
            TestCallRoute.ENDPOINT,
            exchange -> {
              TestCallRoute.name(connector, exchange);
              exchange.getMessage().setBody(question);
              exchange.getMessage().setHeader("HubCall", call);
              exchange.getMessage().setHeader("HubDelivery", id);
              exchange.getMessage().setHeader("Evil", "x");
            });
  }

  private Connector connector(Map<String, String> changes) {
    return ShippedConnectors.with(FUND, peer.address(), changes);
  }

  private void secret(String secret) throws Exception {
    Files.writeString(folder.resolve(FUND), secret);
  }

  private static HubException problem(Exchange done) {
    return (HubException) done.getException();
  }

  private static String code(Exchange done) {
    assertThat(done.getException()).isInstanceOf(HubException.class);
    return problem(done).problem().code();
  }
}
