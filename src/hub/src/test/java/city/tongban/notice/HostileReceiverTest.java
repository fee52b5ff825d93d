package city.tongban.notice;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.support.TestClock;
import city.tongban.support.TestDatabase;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hostile receiver costs one push its time and has no other effect. */
class HostileReceiverTest {
  private static final String CENTRE = PushBench.CENTRE;
  private static final long ENDLESS = 400L << 20;

  private final TestClock clock = new TestClock("2026-03-02T01:00:00Z");
  private final CountDownLatch over = new CountDownLatch(1);
  private TestDatabase database;
  private PushBench hub;
  private Receiver receiver;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.create();
    receiver = new Receiver(clock);
    // a receiver that answers is in time, however slow the machine is
    hub = hub("30s", "60s");
  }

  private PushBench hub(String patience, String timeout) {
    return new PushBench(
        database,
        clock,
        "one",
        Map.of(
            "hub.notice.push.slow-after", patience,
            "hub.notice.push.timeout", timeout,
            "hub.notice.push.connect-timeout", "30s"));
  }

  /** For a receiver that never ends its answer: only then does the time-out decide. */
  private void timeOutAfter(String timeout) {
    hub.close();
    hub = hub("100ms", timeout);
  }

  @AfterEach
  void close() {
    over.countDown();
    hub.close();
    receiver.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsNotFollowed(int status) throws Exception {
    try (Receiver stranger = new Receiver(clock)) {
      receiver.answers(
          call -> {
            call.getResponseHeaders().set("Location", stranger.url("/"));
            call.sendResponseHeaders(status, -1);
          });
      push();

      assertThat(stranger.got()).isEmpty();
      assertFailedWith("HUB-5026");
    }
  }

  @Test
  void anAcceptanceWithAnEndlessBodyCountsOnceAndTheReceiverCountsAsSlow() {
    timeOutAfter("4s"); // by then its headers are here
    receiver.answers(
        call -> {
          call.sendResponseHeaders(200, 0);
          call.getResponseBody().write('.');
          call.getResponseBody().flush();
          await(over);
        });
    push();

    assertThat(receiver.got()).hasSize(1);
    assertThat(hub.hook(CENTRE)).returns(1L, Webhook::taken);
    assertThat(probed()).isTrue();
  }

  @Test
  void onlyTheBeginningOfAHugeResponseIsRead() {
    AtomicLong written = new AtomicLong();
    CountDownLatch ended = new CountDownLatch(1);
    receiver.answers(
        call -> {
          byte[] block = new byte[1 << 16];
          try {
            call.sendResponseHeaders(200, ENDLESS);
            while (written.get() < ENDLESS) {
              call.getResponseBody().write(block);
              written.addAndGet(block.length);
            }
          } finally {
            ended.countDown();
          }
        });
    push();
    await(ended);

    assertThat(receiver.got()).hasSize(1);
    assertThat(hub.hook(CENTRE)).returns(1L, Webhook::taken);
    assertThat(written.get()).isLessThan(ENDLESS / 4); // the rest is in the sockets' buffers
  }

  @Test
  void aRefusalOfAnyLengthIsStoredInTheTrailUpToALimit() {
    receiver.answers(
        call -> {
          call.sendResponseHeaders(500, 0);
          for (int i = 0; i < 64; i++) {
            call.getResponseBody().write(new byte[4096]);
          }
        });
    push();

    assertFailedWith("HUB-5025");
    assertThat(
            database
                .jdbc()
                .sql("select in_size from trail where event = 'push-failed'")
                .query(Integer.class)
                .single())
        .isEqualTo(64 * 1024);
  }

  @Test
  void aSilentReceiverIsCutOffAtTheTimeLimit() {
    timeOutAfter("500ms");
    receiver.answers(call -> await(over));
    push();

    assertThat(receiver.got()).hasSize(1);
    assertFailedWith("HUB-5024");
  }

  @Test
  void endlessHeadersAreNoResponse() throws Exception {
    timeOutAfter("500ms");
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread talker = new Thread(() -> talk(server));
      talker.setDaemon(true);
      talker.start();
      hub.register(CENTRE, "http://127.0.0.1:" + server.getLocalPort() + "/");
      hub.tell(CENTRE);
      hub.settle();

      assertFailedWith("HUB-5024");
    }
  }

  @Test
  void aClosedPortIsUnreachable() throws Exception {
    hub.register(CENTRE, "http://127.0.0.1:" + closedPort() + "/");
    hub.tell(CENTRE);
    hub.settle();

    assertFailedWith("HUB-5023");
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsNotTrusted(@TempDir Path folder) throws Exception {
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    AtomicLong requests = new AtomicLong();
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys"))));
    server.createContext("/", call -> requests.incrementAndGet());
    server.start();
    try {
      hub.register(CENTRE, "https://127.0.0.1:" + server.getAddress().getPort() + "/");
      hub.tell(CENTRE);
      hub.settle();
    } finally {
      server.stop(0);
    }

    assertFailedWith("HUB-5023");
    assertThat(requests).hasValue(0);
  }

  private static SSLContext selfSigned(Path file) throws Exception {
    char[] password = "changeit".toCharArray();
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-alias",
                "k",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(password))
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(KeyStore.getInstance(file.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void push() {
    hub.register(CENTRE, receiver, "/");
    hub.tell(CENTRE);
    hub.settle();
  }

  private void assertFailedWith(String code) {
    assertThat(hub.hook(CENTRE))
        .returns(0L, Webhook::taken)
        .returns(1, Webhook::tries)
        .returns(code, Webhook::errorCode);
  }

  private boolean probed() {
    return database.jdbc().sql("select probed from web_hook").query(Boolean.class).single();
  }

  private static void talk(ServerSocket server) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write("HTTP/1.1 204 No Content\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write("X-More: and more\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // the hub has closed the connection
    }
  }

  static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
