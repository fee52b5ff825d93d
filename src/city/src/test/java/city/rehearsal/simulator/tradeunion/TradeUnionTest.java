package city.rehearsal.simulator.tradeunion;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The union's own rules, spoken to in its own protocol by another client than the hub's. */
class TradeUnionTest {
  private static final String APPLICATION =
      """
      {"schemaVersion":"2.1","kind":"SQ","applicationNo":"%s","caseNo":"%s","service":"LXY",
       "member":{"name":"张晓梅","certType":"SFZ","certNo":"11010519491231002X"},
       "appliedOn":"2018-07-02","centre":"31010100201",
       "details":{"destination":"莫干山","days":%s},"papers":[{"code":"M1","title":"申请表"}]}""";

  @TempDir Path folder;
  private Departments departments;
  private Client client;

  @BeforeEach
  void start() throws Exception {
    departments = new Departments(folder);
    client = Client.create();
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    departments.close();
  }

  @Test
  void anApplicationIsTakenInAndDecidedAndToldInThatOrder() throws Exception {
    try (Connection line = connect(password())) {
      put(line, "a-1/1", application("a-1", "7"));

      List<JsonNode> told = hear(line, 2, "a-1/1");

      assertThat(told).extracting(n -> n.path("status").asText()).containsExactly("YSL", "TG");
      assertThat(told)
          .allSatisfy(
              n -> {
                assertThat(n.path("schemaVersion").asText()).isEqualTo("2.1");
                assertThat(n.path("applicationNo").asText()).isEqualTo("a-1/1");
                assertThat(n.path("unionNo").asText()).startsWith("GH2018");
              });
      assertThat(departments.book("trade-union"))
          .singleElement()
          .returns("张晓梅", entry -> entry.path("name").asText())
          .returns("APPROVED", entry -> entry.path("verdict").asText());
    }
  }

  @Test
  void theSameMessageIdIsReadOnceAndAnsweredAsBefore() throws Exception {
    try (Connection line = connect(password())) {
      put(line, "a-1/1", application("a-1", "16"));
      List<JsonNode> first = hear(line, 2, "a-1/1");

      put(line, "a-1/1", application("a-1", "16"));
      List<JsonNode> again = hear(line, 2, "a-1/1");

      assertThat(again).isEqualTo(first);
      assertThat(departments.book("trade-union")).hasSize(1);
    }
  }

  @Test
  void whatTheyDoNotTakeInIsSaidAtOnceWithAReason() throws Exception {
    try (Connection line = connect(password())) {
      put(line, "a-1/1", application("a-1", "0"));

      assertThat(hear(line, 1, "a-1/1"))
          .singleElement()
          .returns("BSL", n -> n.path("status").asText())
          .returns("疗休养天数为零", n -> n.path("remark").asText());
    }
  }

  @Test
  void aMessageThatIsNotWrittenAsAgreedIsCalledMalformedAndNotTaken() throws Exception {
    try (Connection line = connect(password())) {
      put(line, "v/1", application("v", "7").replace("2.1", "3.0"));
      put(line, "k/1", application("k", "7").replace("\"days\":7", "\"days\":7,\"extra\":1"));
      put(line, "n/1", application("n", "7").replace("张晓梅", "张?梅"));
      put(line, "i/1", application("other", "7"));
      put(line, "t/1", application("t", "7").substring(5));

      List<JsonNode> told = hear(line, 5, "");

      assertThat(told).extracting(n -> n.path("status").asText()).containsOnly("GSCW");
      assertThat(departments.book("trade-union")).isEmpty();
    }
  }

  @Test
  void aWithdrawalStandsBeforeTheDecisionAndComesTooLateAfterIt() throws Exception {
    try (Connection line = connect(password())) {
      put(line, "later-0/1", application("later-0", "7")); // its number waits for the clock
      put(line, "later-0/2", withdrawal("later-0"));
      List<JsonNode> before = hear(line, 2, "later-0");
      put(line, "a-1/1", application("a-1", "7"));
      List<JsonNode> decided = hear(line, 2, "a-1");
      put(line, "a-1/2", withdrawal("a-1"));
      put(line, "x/2", withdrawal("x"));
      List<JsonNode> after = hear(line, 2, "");

      assertThat(before).extracting(n -> n.path("status").asText()).containsExactly("YSL", "YCH");
      assertThat(decided).hasSize(2);
      assertThat(after).extracting(n -> n.path("status").asText()).containsExactly("WFCH", "CWC");
    }
  }

  @Test
  void whatWaitsForTheClockTellsTheControlPortWhenAndIsDecidedThen() throws Exception {
    try (Connection line = connect(password())) {
      put(line, "later-0/1", application("later-0", "7"));
      assertThat(hear(line, 1, "later-0")).hasSize(1);
      String due = departments.control("GET", "/next-due", "").asText();

      departments.clock(due);

      assertThat(due).startsWith("2018-07-0");
      assertThat(hear(line, 1, "later-0"))
          .singleElement()
          .returns("TG", n -> n.path("status").asText());
    }
  }

  @Test
  void aNoticeThatWasRejectedIsWrittenAgainAndSomebodyElsesIsLaidAway() throws Exception {
    departments.fault("trade-union", "unknown-version", ",\"count\":1");
    try (Connection line = connect(password())) {
      put(line, "a-1/1", application("a-1", "0"));
      Receiver decisions = decisions(line);
      Delivery wrong = decisions.receive(10, TimeUnit.SECONDS);
      assertThat(json(wrong).path("schemaVersion").asText()).isEqualTo("9.0");
      wrong.reject("not-understood", "unknown schemaVersion");

      JsonNode right = json(decisions.receive(10, TimeUnit.SECONDS));

      assertThat(right.path("schemaVersion").asText()).isEqualTo("2.1");
      assertThat(right.path("noticeId")).isEqualTo(json(wrong).path("noticeId"));
    }
  }

  @Test
  void anotherPasswordAndAnotherQueueAreRefused() throws Exception {
    assertThatThrownBy(() -> connect("wrong").openFuture().get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SaslException.class);
    try (Connection line = connect(password())) {
      assertThatThrownBy(
              () -> line.openReceiver("applications").openFuture().get(10, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(ClientException.class);
    }
  }

  @Test
  void whatIsOnTheQueueAndInTheBookOutlivesARestart() throws Exception {
    try (Connection line = connect(password())) {
      put(line, "later-0/1", application("later-0", "7"));
      await().until(() -> departments.book("trade-union").size() == 1);
    }
    URI before = departments.address("trade-union");
    departments.stop();
    departments.start();

    try (Connection line = connect(password())) {
      assertThat(departments.address("trade-union")).isEqualTo(before);
      assertThat(hear(line, 1, "later-0"))
          .singleElement()
          .returns("YSL", n -> n.path("status").asText());
    }
  }

  private static String application(String caseNo, String days) {
    return APPLICATION.formatted(caseNo + "/1", caseNo, days);
  }

  private static String withdrawal(String caseNo) {
    return """
        {"schemaVersion":"2.1","kind":"CH","applicationNo":"%s/2","caseNo":"%s","originalNo":"%s/1","reason":"不再申请"}"""
        .formatted(caseNo, caseNo, caseNo);
  }

  private static void put(Connection line, String id, String text) throws Exception {
    Message<byte[]> message = Message.create(text.getBytes(StandardCharsets.UTF_8));
    message.durable(true).messageId(id).contentType("application/json");
    Tracker tracker = line.openSender("applications").send(message);
    tracker.awaitSettlement(10, TimeUnit.SECONDS);
    assertThat(tracker.remoteState().isAccepted()).isTrue();
  }

  private static Receiver decisions(Connection line) throws Exception {
    return line.openReceiver("decisions", new ReceiverOptions().autoAccept(false).creditWindow(1));
  }

  /** The next notices, acknowledged; all must be about {@code subject}. */
  private static List<JsonNode> hear(Connection line, int count, String subject) throws Exception {
    List<JsonNode> heard = new ArrayList<>();
    try (Receiver receiver = decisions(line)) {
      while (heard.size() < count) {
        Delivery delivery = receiver.receive(15, TimeUnit.SECONDS);
        assertThat(delivery).as("notice %d of %d", heard.size() + 1, count).isNotNull();
        heard.add(json(delivery));
        delivery.accept();
      }
    }
    assertThat(heard).allMatch(n -> n.path("applicationNo").asText().startsWith(subject));
    return heard;
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
