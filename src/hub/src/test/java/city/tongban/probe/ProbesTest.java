package city.tongban.probe;

import static city.tongban.probe.ProbeStep.Outcome.FAILED;
import static city.tongban.probe.ProbeStep.Outcome.NOT_APPLICABLE;
import static city.tongban.probe.ProbeStep.Outcome.NOT_TRIED;
import static city.tongban.probe.ProbeStep.Outcome.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.rehearsal.client.Certificates;
import city.rehearsal.client.Certificates.Days;
import city.rehearsal.client.SecretFolder;
import city.rehearsal.client.SshKeys;
import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.department.publicsecurity.Seals;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.security.Credentials;
import city.tongban.transport.CheckFailureCause;
import city.tongban.transport.CheckKind;
import city.tongban.transport.ConnectionInquiry;
import city.tongban.transport.Transports;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a test of a connection says of peers of every kind, true ones and hostile ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbesTest {
  private static final String SIGNER = "public-security";
  private static final Map<String, String> IMPATIENT = Map.of("timeout: 15s", "timeout: 1s");

  private final List<Object> events = new CopyOnWriteArrayList<>();
  private Departments departments;
  private ServerSocket peer;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder);
  }

  @AfterEach
  void quiet() throws Exception {
    departments.control("DELETE", "/faults", "");
    if (peer != null) {
      peer.close();
    }
  }

  @AfterAll
  void close() throws Exception {
    departments.close();
  }

  @Test
  void aServerOfFilesIsKnownLogsUsInAndLeavesNothingBehind() throws Exception {
    Probe probe = probe(at("grain", Map.of("timeout: 20s", "timeout: 5s")));

    assertThat(outcomes(probe))
        .containsExactly(NOT_APPLICABLE, OK, NOT_APPLICABLE, OK, NOT_APPLICABLE, OK, OK);
    assertThat(said(probe, CheckKind.TRUST)).startsWith("SHA256:");
    try (Stream<Path> left = Files.list(departments.stores().resolve("grain/box/in"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void anotherHostKeyIsAnotherServer() throws Exception {
    Path known = departments.secrets().resolve("grain-known-hosts");
    String right = Files.readString(known);
    String other = SshKeys.random();
    Files.writeString(known, "127.0.0.1 " + other.substring(other.lastIndexOf("\n") + 1));

    Probe probe = probe(at("grain", Map.of()));
    Files.writeString(known, right);

    fails(probe, CheckKind.TRUST, CheckFailureCause.TRUST_HOST_KEY);
  }

  @Test
  void aKeyThatIsRefusedIsACredentialAndTheServerIsStillTheRightOne() throws Exception {
    departments.fault("grain", "wrong-credential", "");

    Probe probe = probe(at("grain", Map.of()));

    fails(probe, CheckKind.CREDENTIAL, CheckFailureCause.CREDENTIAL_REFUSED);
    assertThat(step(probe, CheckKind.TRUST).outcome()).isEqualTo(OK);
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws Exception {
    URI elsewhere = URI.create(departments.address("grain") + "/elsewhere");

    fails(
        probe(ShippedConnectors.with("grain", elsewhere, Map.of())),
        CheckKind.RIGHTS,
        CheckFailureCause.NO_FOLDER);
  }

  @Test
  void aBrokerShowsTheCertificateThatWeHoldAndOpensItsQueues() throws Exception {
    Probe probe = probe(at("trade-union", Map.of()));

    assertThat(outcomes(probe)).containsExactly(NOT_APPLICABLE, OK, OK, OK, NOT_APPLICABLE, OK, OK);
    assertThat(said(probe, CheckKind.RIGHTS)).contains("applications").contains("decisions");
    assertThat(said(probe, CheckKind.TRUST)).contains("CN=");
  }

  @Test
  void aWrongPasswordAtABrokerIsACredential() throws Exception {
    Path secret = departments.secrets().resolve("trade-union");
    String right = Files.readString(secret);
    Files.writeString(secret, "hub:wr0ng-secret");

    Probe probe = probe(at("trade-union", Map.of()));
    Files.writeString(secret, right);

    fails(probe, CheckKind.CREDENTIAL, CheckFailureCause.CREDENTIAL_REFUSED);
    assertThat(probe.toString()).doesNotContain("wr0ng-secret");
  }

  @Test
  void aQueueThatIsNotThereIsNamedBeforeACaseNeedsIt() throws Exception {
    Map<String, String> misspelt = Map.of("call: applications", "call: aplications");

    fails(probe(at("trade-union", misspelt)), CheckKind.RIGHTS, CheckFailureCause.NO_QUEUE);
  }

  @Test
  void aSignedCallThatAsksForNothingShowsThatTheyKnowUs() throws Exception {
    for (String backEnd : List.of("disabled-federation", "economy-informatisation")) {
      Probe probe = probe(at(backEnd, Map.of()));

      assertThat(outcomes(probe))
          .as(backEnd)
          .containsExactly(NOT_APPLICABLE, OK, NOT_APPLICABLE, NOT_APPLICABLE, OK, OK, OK);
      assertThat(Long.parseLong(said(probe, CheckKind.CLOCK))).isBetween(-5L, 5L);
    }
  }

  @Test
  void aWrongSignatureIsACredentialAndIsNotShown() throws Exception {
    Path secret = departments.secrets().resolve("disabled-federation");
    String right = Files.readString(secret);
    Files.writeString(secret, right.replaceAll(":.*", ":not-the-s3cret"));

    Probe probe = probe(at("disabled-federation", Map.of()));
    Files.writeString(secret, right);

    fails(probe, CheckKind.CREDENTIAL, CheckFailureCause.CREDENTIAL_REFUSED);
    assertThat(probe.toString()).doesNotContain("not-the-s3cret");
  }

  @Test
  void aSecretThatIsNotThereIsNoNewsOfTheirs() throws Exception {
    Path secret = departments.secrets().resolve("disabled-federation");
    String right = Files.readString(secret);
    Files.delete(secret);

    Probe probe = probe(at("disabled-federation", Map.of()));
    Files.writeString(secret, right);

    fails(probe, CheckKind.CREDENTIAL, CheckFailureCause.SECRET_MISSING);
  }

  @Test
  void aClockThatIsAheadOfTheirsIsToldAndTheTestGoesOn() throws Exception {
    Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(4));

    Probe probe = probes(ahead).probe(at("disabled-federation", Map.of()));

    fails(probe, CheckKind.CLOCK, CheckFailureCause.CLOCK_APART);
    assertThat(Long.parseLong(said(probe, CheckKind.CLOCK))).isBetween(-250L, -230L);
    assertThat(step(probe, CheckKind.CREDENTIAL).outcome()).isEqualTo(OK);
  }

  @Test
  void aNameThatNobodyKnowsEndsTheTest() {
    Probe probe = probe(housing("http://no-such-host.invalid:1/housing"));

    fails(probe, CheckKind.NAME, CheckFailureCause.NAME_UNKNOWN);
    assertThat(outcomes(probe)).endsWith(NOT_TRIED, NOT_TRIED, NOT_TRIED);
  }

  @Test
  void aPortThatIsRefusedIsNotOneThatIsSilent() throws Exception {
    peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = peer.getLocalPort();
    peer.close();

    fails(
        probe(housing("http://127.0.0.1:" + port + "/housing")),
        CheckKind.PORT,
        CheckFailureCause.PORT_REFUSED);
  }

  @Test
  void aKnockThatNobodyAnswersIsGivenUpInTime() throws Exception {
    peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    try (Socket first = new Socket(peer.getInetAddress(), peer.getLocalPort());
        Socket second = new Socket()) {
      // a listener whose queue is full drops the next knock, as a firewall does
      fill(second);
      long began = System.nanoTime();

      Probe probe =
          probe(
              ShippedConnectors.with(
                  "grain",
                  URI.create("sftp://tongban@127.0.0.1:" + peer.getLocalPort()),
                  Map.of("timeout: 20s", "timeout: 1s")));

      assertThat(first.isConnected()).isTrue();
      fails(probe, CheckKind.PORT, CheckFailureCause.PORT_SILENT);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    }
  }

  @Test
  void anOpenPortBehindWhichNobodySpeaksIsSilent() throws Exception {
    answering(line -> new byte[0]);

    fails(probe(registry(address("https"))), CheckKind.TLS, CheckFailureCause.TLS_SILENT);
  }

  @Test
  void aPlainPortIsNoTls() throws Exception {
    answering(line -> "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());

    fails(probe(registry(address("https"))), CheckKind.TLS, CheckFailureCause.TLS_NOT_SPOKEN);
  }

  @Test
  void whichCertificateIsShownIsToldWhateverIsWrongWithIt() throws Exception {
    SecretFolder secrets = new SecretFolder(departments.secrets());
    String ours = secrets.read(SIGNER + "-authority-key");
    String stranger = Certificates.authority("stranger");
    Map<String, CheckFailureCause> wrong =
        Map.of(
            Certificates.issued(stranger, SIGNER, days(-1, 9)), CheckFailureCause.TRUST_UNKNOWN,
            Certificates.issued(ours, SIGNER, days(-20, -10)), CheckFailureCause.TRUST_EXPIRED,
            Certificates.issued(ours, SIGNER, days(5, 10)), CheckFailureCause.TRUST_NOT_YET);
    for (Map.Entry<String, CheckFailureCause> shown : wrong.entrySet()) {
      secured(shown.getKey(), "127.0.0.1");

      Probe probe = probe(registry(address("https")));

      fails(probe, CheckKind.TRUST, shown.getValue());
      assertThat(said(probe, CheckKind.TRUST)).contains("CN=");
      assertThat(step(probe, CheckKind.TLS).outcome()).isEqualTo(OK);
      peer.close();
    }
  }

  @Test
  void aCertificateForAnotherNameIsNotTheirs() throws Exception {
    secured(new SecretFolder(departments.secrets()).read(SIGNER + "-server"), "127.0.0.2");

    fails(probe(registry(address("https"))), CheckKind.TRUST, CheckFailureCause.TRUST_OTHER_NAME);
  }

  @Test
  void aCertificateOfOursThatTheyDoNotTakeIsOurs() throws Exception {
    Path key = departments.secrets().resolve(SIGNER + "-tls");
    String right = Files.readString(key);
    Files.writeString(
        key, Certificates.issued(Certificates.authority("stranger"), SIGNER, days(-1, 9)));

    Probe probe = probe(at(SIGNER, Map.of()));
    Files.writeString(key, right);

    fails(probe, CheckKind.CREDENTIAL, CheckFailureCause.OURS_REFUSED);
    assertThat(step(probe, CheckKind.TRUST).outcome()).isEqualTo(OK);
  }

  @Test
  void ofOneBackEndOneTestAtATime() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Probes probes =
        probes(
            Clock.systemUTC(),
            connector -> {
              asked.countDown();
              try {
                return go.await(60, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    CompletableFuture<Probe> first =
        CompletableFuture.supplyAsync(() -> probes.of("housing", "operator"));
    assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

    assertThatThrownBy(() -> probes.of("housing", "operator"))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.problem().code()).isEqualTo("HUB-8036"));
    go.countDown();

    assertThat(first.get(60, TimeUnit.SECONDS).passed()).isTrue();
    assertThat(events).hasSize(1);
  }

  @Test
  void onlyTheAddressOfAConnectorIsEverCalled() {
    assertThatThrownBy(() -> probes(Clock.systemUTC()).of("127.0.0.1:22", "operator"))
        .isInstanceOfSatisfying(
            HubException.class, e -> assertThat(e.problem().code()).isEqualTo("HUB-8037"));
    assertThat(events).isEmpty();
  }

  private Connector at(String backEnd, Map<String, String> changes) throws Exception {
    return ShippedConnectors.with(backEnd, departments.address(backEnd), changes);
  }

  private static Connector housing(String address) {
    return ShippedConnectors.with("housing", URI.create(address), Map.of());
  }

  private static Connector registry(URI address) {
    return ShippedConnectors.with(SIGNER, address, IMPATIENT);
  }

  private Probe probe(Connector connector) {
    return probes(Clock.systemUTC()).probe(connector);
  }

  private Probes probes(Clock wall) {
    return probes(wall, connector -> true);
  }

  private Probes probes(Clock wall, ConnectionInquiry asking) {
    Credentials credentials = new Credentials(departments.secrets());
    events.clear();
    return new Probes(
        ShippedConnectors.at(Map.of("housing", departments.address("housing"))),
        Transports.offline(credentials, wall),
        credentials,
        asking,
        events::add,
        wall);
  }

  private static void fails(Probe probe, CheckKind check, CheckFailureCause cause) {
    assertThat(probe.firstFailure())
        .as("%s", probe)
        .hasValueSatisfying(
            step -> {
              assertThat(step.check()).isEqualTo(check);
              assertThat(step.cause()).isEqualTo(cause);
            });
    assertThat(probe.steps()).extracting(ProbeStep::check).containsExactly(CheckKind.values());
    assertThat(probe.steps()).filteredOn(step -> step.outcome() == FAILED).hasSize(1);
  }

  private static List<ProbeStep.Outcome> outcomes(Probe probe) {
    return probe.steps().stream().map(ProbeStep::outcome).toList();
  }

  private static ProbeStep step(Probe probe, CheckKind check) {
    return probe.steps().get(check.ordinal());
  }

  private static String said(Probe probe, CheckKind check) {
    return String.join(" ", step(probe, check).said().values());
  }

  private URI address(String scheme) {
    return URI.create(
        scheme + "://" + peer.getInetAddress().getHostAddress() + ":" + peer.getLocalPort() + "/x");
  }

  private void fill(Socket second) throws IOException {
    second.connect(peer.getLocalSocketAddress());
  }

  /** A peer that reads a little, answers so, and says no more. */
  private void answering(Function<Socket, byte[]> answer) throws IOException {
    peer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    serve(line -> line.getOutputStream().write(answer.apply(line)));
  }

  private void secured(String keyAndCertificate, String host) throws Exception {
    SSLServerSocket secured =
        (SSLServerSocket)
            Seals.line(
                    keyAndCertificate,
                    new SecretFolder(departments.secrets()).read(SIGNER + "-authority"))
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getByName(host));
    peer = secured;
    serve(line -> ((SSLSocket) line).startHandshake());
  }

  private interface Talk {
    void with(Socket line) throws IOException;
  }

  private void serve(Talk talk) {
    ServerSocket listening = peer;
    Thread server =
        new Thread(
            () -> {
              while (!listening.isClosed()) {
                try {
                  Socket line = listening.accept();
                  talk.with(line);
                  InputStream in = line.getInputStream();
                  while (in.read() >= 0) {
                    // until they hang up
                  }
                } catch (IOException e) {
                  continue;
                }
              }
            });
    server.setDaemon(true);
    server.start();
  }

  private static Days days(int from, int to) {
    Instant now = Instant.now().atOffset(ZoneOffset.UTC).toInstant();
    return new Days(now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(to)));
  }
}
