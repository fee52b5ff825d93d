package city.rehearsal.simulator.department.tradeunion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.Departments;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.sasl.SaslException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Delivery;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Receiver;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.apache.qpid.protonj2.client.Tracker;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The union's own rules, over another AMQP client than the hub's. All tests share one start: each
 * has cases of its own.
 */
class TradeUnionTest {
  private static final String APPLICATION =
      """
      {"schemaVersion":"2.1","kind":"SQ","applicationNo":"%s","caseNo":"%s","service":"LXY",
       "member":{"name":"张晓梅","certType":"SFZ","certNo":"11010519491231002X"},
       "appliedOn":"2018-07-02","centre":"31010100201",
       "details":{"destination":"莫干山","days":%s},"papers":[{"code":"M1","title":"申请表"}]}\
      """;

  @TempDir static Path folder;
  private static Departments departments;
  private static Client client;
  private static int cases;

  private String now;
  private String later;

  @BeforeEach
  void chooseCases() {
    now = caseNo(true);
    later = caseNo(false);
  }

  @BeforeAll
  static void start() throws Exception {
    departments = new Departments(folder, "trade-union");
    client = Client.create();
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    departments.close();
  }

  @Test
  void anApplicationIsAcceptedAndDecidedInThatOrder() throws Exception {
    try (Connection connection = connect(password())) {
      put(connection, now + "/1", application(now, "7"));

      List<JsonNode> notices = receive(connection, 2, now + "/1");

      assertThat(notices).extracting(n -> n.path("status").asText()).containsExactly("YSL", "TG");
      assertThat(notices)
          .allSatisfy(
              n -> {
                assertThat(n.path("schemaVersion").asText()).isEqualTo("2.1");
                assertThat(n.path("applicationNo").asText()).isEqualTo(now + "/1");
                assertThat(n.path("unionNo").asText()).startsWith("GH2018");
              });
      assertThat(stored(now))
          .singleElement()
          .returns("张晓梅", entry -> entry.path("name").asText())
          .returns("APPROVED", entry -> entry.path("verdict").asText());
    }
  }

  @Test
  void theSameMessageIdIsStoredOnceAndAnsweredAsBefore() throws Exception {
    try (Connection connection = connect(password())) {
      put(connection, now + "/1", application(now, "16"));
      List<JsonNode> first = receive(connection, 2, now + "/1");

      put(connection, now + "/1", application(now, "16"));
      List<JsonNode> again = receive(connection, 2, now + "/1");

      assertThat(again).isEqualTo(first);
      assertThat(stored(now)).hasSize(1);
    }
  }

  @Test
  void anApplicationThatIsNotAcceptedGetsAReasonAtOnce() throws Exception {
    try (Connection connection = connect(password())) {
      put(connection, now + "/1", application(now, "0"));

      assertThat(receive(connection, 1, now + "/1"))
          .singleElement()
          .returns("BSL", n -> n.path("status").asText())
          .returns("疗休养天数为零", n -> n.path("remark").asText());
    }
  }

  @Test
  void aMalformedMessageIsRefusedAndNotStored() throws Exception {
    try (Connection connection = connect(password())) {
      put(connection, now + "v/1", application(now + "v", "7").replace("2.1", "3.0"));
      put(
          connection,
          now + "k/1",
          application(now + "k", "7").replace("\"days\":7", "\"days\":7,\"extra\":1"));
      put(connection, now + "n/1", application(now + "n", "7").replace("张晓梅", "张?梅"));
      put(connection, now + "i/1", application("other", "7"));
      put(connection, now + "t/1", application(now + "t", "7").substring(5));

      List<JsonNode> notices = receive(connection, 5, now);

      assertThat(notices).extracting(n -> n.path("status").asText()).containsOnly("GSCW");
      assertThat(stored(now)).isEmpty();
    }
  }

  @Test
  void aWithdrawalSucceedsBeforeTheDecisionAndNotAfterIt() throws Exception {
    try (Connection connection = connect(password())) {
      put(connection, later + "/1", application(later, "7"));
      put(connection, later + "/2", withdrawal(later));
      List<JsonNode> before = receive(connection, 2, later);
      put(connection, now + "/1", application(now, "7"));
      List<JsonNode> decided = receive(connection, 2, now);
      put(connection, now + "/2", withdrawal(now));
      put(connection, now + "x/2", withdrawal(now + "x"));
      List<JsonNode> after = receive(connection, 2, now);

      assertThat(before).extracting(n -> n.path("status").asText()).containsExactly("YSL", "YCH");
      assertThat(decided).hasSize(2);
      assertThat(after).extracting(n -> n.path("status").asText()).containsExactly("WFCH", "CWC");
    }
  }

  @Test
  void anApplicationThatWaitsForTheClockIsDecidedAtTheTimeThatTheControlPortNames()
      throws Exception {
    try (Connection connection = connect(password())) {
      put(connection, later + "/1", application(later, "7"));
      assertThat(receive(connection, 1, later)).hasSize(1);
      String due = departments.control("GET", "/next-due", "").asText();

      departments.clock(due);

      assertThat(due).startsWith("2018-07-0");
      assertThat(receive(connection, 1, later))
          .singleElement()
          .returns("TG", n -> n.path("status").asText());
    }
  }

  @Test
  void aRejectedNoticeIsPublishedAgain() throws Exception {
    departments.fault("trade-union", "unknown-version", ",\"count\":1");
    try (Connection connection = connect(password())) {
      put(connection, now + "/1", application(now, "0"));
      Receiver decisions = decisions(connection);
      Delivery wrong = decisions.receive(60, TimeUnit.SECONDS);
      assertThat(json(wrong).path("schemaVersion").asText()).isEqualTo("9.0");
      wrong.reject("not-understood", "unknown schemaVersion");

      Delivery repaired = decisions.receive(60, TimeUnit.SECONDS);
      repaired.accept();

      JsonNode right = json(repaired);

      assertThat(right.path("schemaVersion").asText()).isEqualTo("2.1");
      assertThat(right.path("noticeId")).isEqualTo(json(wrong).path("noticeId"));
    }
  }

  @Test
  void anotherPasswordAndAnotherQueueAreRefused() throws Exception {
    assertThatThrownBy(() -> connect("wrong").openFuture().get(60, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SaslException.class);
    try (Connection connection = connect(password())) {
      assertThatThrownBy(
              () -> connection.openReceiver("applications").openFuture().get(60, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(ClientException.class);
    }
  }

  @Test
  void queueAndStoreSurviveARestart() throws Exception {
    try (Connection connection = connect(password())) {
      put(connection, later + "/1", application(later, "7"));
      await().until(() -> stored(later).size() == 1);
    }
    URI before = departments.address("trade-union");
    departments.stop();
    departments.start();

    try (Connection connection = connect(password())) {
      assertThat(departments.address("trade-union")).isEqualTo(before);
      assertThat(receive(connection, 1, later))
          .singleElement()
          .returns("YSL", n -> n.path("status").asText());
      put(
          connection,
          later + "/2",
          withdrawal(later)); // no open application is left for other tests
      receive(connection, 1, later);
    }
  }

  /** A new case number, of an application that is decided at once or waits for the clock. */
  private static String caseNo(boolean immediate) {
    String caseNo;
    do {
      caseNo = "case-" + ++cases + "-";
    } while (TradeUnion.PACING.isImmediate(caseNo) != immediate);
    return caseNo;
  }

  private static List<JsonNode> stored(String caseNo) throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    departments.book("trade-union").forEach(entries::add);
    entries.removeIf(entry -> !entry.path("caseNo").asText().startsWith(caseNo));
    return entries;
  }

  private static String application(String caseNo, String days) {
    return APPLICATION.formatted(caseNo + "/1", caseNo, days);
  }

  private static String withdrawal(String caseNo) {
    return """
    {"schemaVersion":"2.1","kind":"CH","applicationNo":"%s/2","caseNo":"%s","originalNo":"%s/1","reason":"不再申请"}\
    """
        .formatted(caseNo, caseNo, caseNo);
  }

  private static void put(Connection connection, String id, String text) throws Exception {
    Message<byte[]> message = Message.create(text.getBytes(StandardCharsets.UTF_8));
    message.durable(true).messageId(id).contentType("application/json");
    Tracker tracker = connection.openSender("applications").send(message);
    tracker.awaitSettlement(60, TimeUnit.SECONDS);
    assertThat(tracker.remoteState().isAccepted()).isTrue();
  }

  private static Receiver decisions(Connection connection) throws Exception {
    return connection.openReceiver(
        "decisions", new ReceiverOptions().autoAccept(false).creditWindow(1));
  }

  /** The next notices, acknowledged; all must be about {@code subject}. */
  private static List<JsonNode> receive(Connection connection, int count, String subject)
      throws Exception {
    List<JsonNode> received = new ArrayList<>();
    try (Receiver receiver = decisions(connection)) {
      while (received.size() < count) {
        Delivery delivery = receiver.receive(60, TimeUnit.SECONDS);
        assertThat(delivery).as("notice %d of %d", received.size() + 1, count).isNotNull();
        received.add(json(delivery));
        delivery.accept();
      }
    }
    assertThat(received).allMatch(n -> n.path("applicationNo").asText().startsWith(subject));
    return received;
  }

  private static JsonNode json(Delivery delivery) throws Exception {
    Message<byte[]> message = delivery.message();
    assertThat(message.contentType()).isEqualTo("application/json");
    return Departments.JSON.readTree(message.body());
  }

  private String password() throws Exception {
    String secret = Files.readString(departments.secrets().resolve("trade-union")).strip();
    return secret.substring(secret.indexOf(':') + 1);
  }

  private Connection connect(String password) throws Exception {
    ConnectionOptions options = new ConnectionOptions().user("tongban-hub").password(password);
    options.sslOptions().sslEnabled(true).sslContextOverride(trusting());
    URI address = departments.address("trade-union");
    return client.connect(address.getHost(), address.getPort(), options);
  }

  private SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    byte[] pem = Files.readAllBytes(departments.secrets().resolve("trade-union-certificate"));
    store.setCertificateEntry(
        "union",
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
