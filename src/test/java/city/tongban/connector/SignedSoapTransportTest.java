package city.tongban.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.HubException;
import city.tongban.canonical.Problem;
import city.tongban.client.Certificates;
import city.tongban.client.Certificates.Days;
import city.tongban.client.Secrets;
import city.tongban.simulator.office.FrontDoor;
import city.tongban.simulator.publicsecurity.Seals;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in the Body, signed by both sides, on a line where both show a certificate. */
class SignedSoapTransportTest {
  private static final String NAME = "public-security";
  private static final String XML = "text/xml; charset=UTF-8";
  private static final byte[] DOCUMENT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><YWSQ xmlns=\"urn:gat:rkgl:v1\"><XM>䶮𠮷·&amp;&#13;</XM></YWSQ>"
          .getBytes(UTF_8);
  private static final String ANSWER =
      "<YWHD xmlns=\"urn:gat:rkgl:v1\"><JGDM>0000</JGDM><JGMS>成功𠮷</JGMS></YWHD>";

  private final Clock wall = Clock.systemUTC();
  private final List<byte[]> requests = new CopyOnWriteArrayList<>();
  private final Set<String> protocols = new ConcurrentSkipListSet<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TransportBench bench;
  private HttpsServer server;

  @TempDir Path folder;

  /** What the department does with a request that came through its door. */
  private interface Reaction {
    void to(HttpExchange call) throws Exception;
  }

  @BeforeEach
  void open() throws Exception {
    Certificates.make(new Secrets(folder), NAME);
    bench = new TransportBench(folder);
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
    bench.close();
  }

  @Test
  void theDocumentStandsInTheBodySignedByUsAndAnAnswerSignedByThemIsBelieved() throws Exception {
    byte[] answer = signed(ANSWER);
    answering(200, answer);

    Exchange exchange = call();

    assertThat(exchange.getException()).isNull();
    assertThat(exchange.getMessage().getBody()).isEqualTo(answer);
    assertThat(exchange.getMessage().getHeaders())
        .containsEntry("HubStatus", 200)
        .containsEntry("HubDelivery", "310104-20180702-000482/1");
    assertThat(Seals.opened(secret(NAME), requests.get(0)))
        .as("the JDK writes what lies beyond the basic plane by number")
        .isEqualTo("<YWSQ xmlns=\"urn:gat:rkgl:v1\"><XM>䶮&#134071;·&amp;&#13;</XM></YWSQ>");
  }

  @Test
  void theLineIsOneOnWhichARefusedCertificateIsKnownBeforeAnythingIsSent() throws Exception {
    answering(200, signed(ANSWER));

    call();

    assertThat(protocols).as("though the server offers more").containsExactly("TLSv1.2");
  }

  @Test
  void eachTrySendsTheSameDocumentUnderASignatureOfItsOwn() throws Exception {
    answering(200, signed(ANSWER));

    call();
    call();

    assertThat(requests).hasSize(2);
    assertThat(Seals.opened(secret(NAME), requests.get(0)))
        .isEqualTo(Seals.opened(secret(NAME), requests.get(1)));
    assertThat(requests.get(0)).isNotEqualTo(requests.get(1));
  }

  @Test
  void anAnswerThatNobodyHasSignedIsNotTheirs() throws Exception {
    answering(200, Seals.unsigned(ANSWER));

    notTheirs("header");
  }

  @Test
  void aStrangerOfTheSameAuthorityIsNotThey() throws Exception {
    answering(200, Seals.signed(secret(NAME + "-server"), ANSWER, wall.instant()));

    notTheirs("no certificate that we hold");
  }

  @Test
  void ourOwnMessageComingBackIsNotTheirs() throws Exception {
    serve(
        theirServer(), "127.0.0.1", call -> TransportBench.answer(call, 200, XML, requests.get(0)));

    notTheirs("no certificate that we hold");
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600, 3600})
  void aTimeStampThatIsNotOfNowIsARepeat(long seconds) throws Exception {
    answering(200, Seals.signed(signer(), ANSWER, wall.instant().plusSeconds(seconds)));

    notTheirs("time-stamp");
  }

  @Test
  void aSignatureOverSomethingElseThanTheBodyProvesNothing() throws Exception {
    answering(200, Seals.signedElsewhere(signer(), ANSWER, wall.instant()));

    notTheirs("not Body and time-stamp");
  }

  @Test
  void aChangedWordBreaksTheSignature() throws Exception {
    answering(200, text(signed(ANSWER)).replace("成功", "失败").getBytes(UTF_8));

    notTheirs("no certificate that we hold");
  }

  @Test
  void aSignedBodyThatWasMovedAsideLeavesTheNewOneUnsigned() throws Exception {
    String good = text(signed(ANSWER));
    int from = good.indexOf("<soapenv:Body");
    int to = good.indexOf("</soapenv:Body>") + "</soapenv:Body>".length();
    String body = good.substring(from, to);
    String forged = body.replace("成功", "伪造");
    String moved =
        good.substring(0, from)
            .replace("</soapenv:Header>", "<w>" + body + "</w></soapenv:Header>");
    answering(200, (moved + forged + good.substring(to)).getBytes(UTF_8));
    notTheirs("no certificate that we hold");

    answering(
        200, (moved + forged.replace("Body-1", "Body-2") + good.substring(to)).getBytes(UTF_8));
    notTheirs("not Body and time-stamp");
  }

  @Test
  void twoBodiesAreNone() throws Exception {
    String good = text(signed(ANSWER));
    int from = good.indexOf("<soapenv:Body");
    int to = good.indexOf("</soapenv:Body>") + "</soapenv:Body>".length();
    answering(200, (good.substring(0, to) + good.substring(from)).getBytes(UTF_8));

    notTheirs("no one Body");
  }

  @Test
  void aSignatureOfACertificateThatRanOutIsNotBelieved() throws Exception {
    String old = issued(NAME, Duration.ofDays(-20), Duration.ofDays(-10));
    Files.writeString(folder.resolve(NAME + "-signer"), Certificates.certificate(old));
    answering(200, Seals.signed(old, ANSWER, wall.instant()));

    notTheirs("valid from");
  }

  @Test
  void anErrorThatNobodySignedLeavesTheMessageInDoubt() throws Exception {
    answering(500, "<html>oops</html>".getBytes(UTF_8));

    assertThat(problem(call()).code()).isEqualTo("HUB-4011");
  }

  @Test
  void aGatewayThatOnlySaysComeAgainNeedsNoSignature() throws Exception {
    answering(503, "later".getBytes(UTF_8));

    Exchange answer = call();

    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getHeader("HubStatus")).isEqualTo(503);
  }

  @Test
  void whatIsNoPlainXmlIsRefusedBeforeAnybodyLooksForASignature() throws Exception {
    String good = text(signed(ANSWER));
    String bomb =
        "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]>" + good;
    for (String wrong :
        List.of(bomb, good.substring(1), "<a>".repeat(100) + "</a>".repeat(100), "")) {
      answering(200, wrong.getBytes(UTF_8));
      assertThat(problem(call()).code()).isEqualTo("HUB-9008");
    }
  }

  @Test
  void anAnswerInAnotherCharsetThanItWasSignedInIsRefused() throws Exception {
    byte[] good = signed(ANSWER);
    for (String type :
        List.of("text/xml; charset=GB18030", "text/xml; charset=GB18030; charset=UTF-8")) {
      serve(theirServer(), "127.0.0.1", call -> TransportBench.answer(call, 200, type, good));
      assertThat(problem(call()).code()).isEqualTo("HUB-9007");
    }

    answering(200, text(good).getBytes("GB18030"));
    assertThat(problem(call()).code()).isEqualTo("HUB-9007");
  }

  @Test
  void anOversizedAnswerIsNotReadToItsEnd() throws Exception {
    answering(200, new byte[5 * 1024 * 1024]);

    assertThat(problem(call()).code()).isEqualTo("HUB-9009");
  }

  @Test
  void silenceAndALineThatBreaksAreInDoubt() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    serve(theirServer(), "127.0.0.1", call -> over.await(10, TimeUnit.SECONDS));
    assertThat(problem(call()).code()).isEqualTo("HUB-4011");
    over.countDown();

    serve(theirServer(), "127.0.0.1", HttpExchange::close);
    assertThat(problem(call()).code()).isEqualTo("HUB-4011");
    assertThat(requests).as("each was sent once").hasSize(2);
  }

  @Test
  void nobodyAtHomeIsCertainlyNotTakenIn() throws Exception {
    answering(200, signed(ANSWER));
    server.stop(0);

    assertThat(problem(call()).code()).isEqualTo("HUB-4010");
  }

  @Test
  void aServerWithACertificateOfAnotherAuthorityGetsNothing() throws Exception {
    String stranger = Certificates.authority("stranger");
    String server =
        Certificates.issued(stranger, NAME, days(Duration.ofDays(-1), Duration.ofDays(9)));
    serve(server, "127.0.0.1", call -> TransportBench.answer(call, 200, XML, signed(ANSWER)));

    otherServer("no authority that we trust");
  }

  @Test
  void aServerWhoseCertificateRanOutGetsNothing() throws Exception {
    String old = issued(NAME, Duration.ofDays(-20), Duration.ofDays(-10));
    serve(old, "127.0.0.1", call -> TransportBench.answer(call, 200, XML, signed(ANSWER)));

    otherServer("days are over");
  }

  @Test
  void aServerWhoseCertificateNamesAnotherHostGetsNothing() throws Exception {
    serve(
        theirServer(), "127.0.0.2", call -> TransportBench.answer(call, 200, XML, signed(ANSWER)));

    otherServer("another name");
  }

  @Test
  void aCertificateOfOursThatTheyDoNotTakeIsARefusedCredentialUntilItIsRenewed() throws Exception {
    String right = secret(NAME + "-tls");
    String stranger = Certificates.authority("stranger");
    Files.writeString(
        folder.resolve(NAME + "-tls"),
        Certificates.issued(stranger, NAME, days(Duration.ofDays(-1), Duration.ofDays(9))));
    // the JDK's own server hangs up without a word
    try (FrontDoor door =
        Seals.door(folder.resolve("door"), theirServer(), secret(NAME + "-authority"))) {
      Exchange before = call("127.0.0.1", door.port());
      assertThat(problem(before).code()).isEqualTo("HUB-4013");
      assertThat(problem(before).what()).contains("certificate");
      assertThat(before.getProperty(TransportFailures.ANSWERED)).isNull();

      Files.writeString(folder.resolve(NAME + "-tls"), right);

      Exchange after = call("127.0.0.1", door.port());
      assertThat(after.getProperty(TransportFailures.ANSWERED)).as("they let us in").isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-tls"})
  void aCertificateOfOursThatRanOutIsToldWithItsDateAndNothingIsSent(String which)
      throws Exception {
    Instant end = wall.instant().minus(Duration.ofDays(10));
    Files.writeString(
        folder.resolve(NAME + which), issued(NAME, Duration.ofDays(-20), Duration.ofDays(-10)));
    answering(200, signed(ANSWER));

    Problem over = problem(call());

    assertThat(over.code()).isEqualTo("HUB-4046");
    assertThat(over.why()).contains(end.toString().substring(0, 10));
    assertThat(requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-tls", "-authority", "-signer"})
  void aSecretThatIsNoPemIsNamedAndNeverQuoted(String which) throws Exception {
    answering(200, signed(ANSWER));
    Files.writeString(folder.resolve(NAME + which), "s3cret");

    Problem wrong = problem(call());

    assertThat(wrong.code()).isEqualTo("HUB-8007");
    assertThat(wrong.what()).contains("'" + NAME + which + "'");
    assertThat(wrong.toString()).doesNotContain("s3cret");
  }

  private void otherServer(String why) throws Exception {
    Problem refused = problem(call());
    assertThat(refused.code()).isEqualTo("HUB-4045");
    assertThat(refused.why()).contains(why);
    assertThat(requests).isEmpty();
  }

  private void notTheirs(String why) throws Exception {
    Exchange answer = call();
    assertThat(problem(answer).code()).isEqualTo("HUB-4047");
    assertThat(problem(answer).why()).contains(why);
    assertThat(answer.getProperty(TransportFailures.ANSWERED)).as("it may be in").isNotNull();
  }

  private void answering(int status, byte[] answer) throws Exception {
    serve(theirServer(), "127.0.0.1", call -> TransportBench.answer(call, status, XML, answer));
  }

  private void serve(String keyAndCertificate, String host, Reaction reaction) throws Exception {
    if (server != null) {
      server.stop(0);
    }
    SSLContext line = Seals.line(keyAndCertificate, secret(NAME + "-authority"));
    server = HttpsServer.create(new InetSocketAddress(host, 0), 0);
    server.setExecutor(threads);
    server.setHttpsConfigurator(
        new HttpsConfigurator(line) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters demanding = line.getDefaultSSLParameters();
            demanding.setNeedClientAuth(true);
            parameters.setSSLParameters(demanding);
          }
        });
    server.createContext(
        "/rkgl",
        call -> {
          protocols.add(((HttpsExchange) call).getSSLSession().getProtocol());
          requests.add(call.getRequestBody().readAllBytes());
          try {
            reaction.to(call);
          } catch (Exception e) {
            call.close(); // the hub hung up: what some of these tests want
          }
        });
    server.start();
  }

  private Exchange call() {
    InetSocketAddress at = server.getAddress();
    return call(at.getHostString(), at.getPort());
  }

  private Exchange call(String host, int port) {
    Connector connector =
        ShippedConnectors.with(
            NAME,
            URI.create("https://%s:%d/rkgl".formatted(host, port)),
            Map.of("timeout: 15s", "timeout: 2s", "attempts: 5", "attempts: " + port));
    return bench.call(connector, "sq", DOCUMENT);
  }

  private byte[] signed(String document) throws IOException {
    return Seals.signed(signer(), document, wall.instant());
  }

  private String signer() throws IOException {
    return secret(NAME + "-signer-key");
  }

  private String theirServer() throws IOException {
    return secret(NAME + "-server");
  }

  private String issued(String name, Duration from, Duration until) throws IOException {
    return Certificates.issued(secret(NAME + "-authority-key"), name, days(from, until));
  }

  private Days days(Duration from, Duration until) {
    return new Days(wall.instant().plus(from), wall.instant().plus(until));
  }

  private String secret(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static Problem problem(Exchange exchange) {
    return ((HubException) exchange.getException()).problem();
  }
}
