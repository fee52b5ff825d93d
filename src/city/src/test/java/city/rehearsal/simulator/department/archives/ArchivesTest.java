package city.rehearsal.simulator.department.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.core.BusinessClock;
import city.rehearsal.simulator.department.archives.ArchivesClient.Received;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The archives' own rules, over their broker's own protocol. All tests share one start: each has a
 * case of its own and leaves no answer on the queue.
 */
class ArchivesTest {
  @TempDir static Path folder;
  private static Departments departments;

  @BeforeAll
  static void start() throws Exception {
    departments = new Departments(folder, "archives");
  }

  @AfterAll
  static void stop() throws Exception {
    departments.close();
  }

  @Test
  void aRequestIsAnsweredWithAnExtractAndItsDigest() throws Exception {
    try (ArchivesClient client = client()) {
      client.send("b-1/1", ArchivesClient.request("b-1", "1998"));
      await().until(() -> stored("b-1").size() == 1);
      departments.clock(departments.control("GET", "/next-due", "").asText());

      Received received = client.receive();

      assertThat(received.correlation()).isEqualTo("b-1/1");
      assertThat(received.type()).isEqualTo(Message.BYTES_TYPE);
      assertThat(received.field("JG")).isEqualTo("1");
      assertThat(received.field("DALSH")).startsWith("DA2018");
      byte[] pdf = Base64.getDecoder().decode(received.field("NR"));
      assertThat(new String(pdf, StandardCharsets.US_ASCII))
          .startsWith("%PDF-")
          .endsWith("%%EOF\n");
      assertThat(received.field("ZY")).isEqualTo(sm3(pdf));
      assertThat(stored("b-1"))
          .singleElement()
          .returns("张晓梅", entry -> entry.path("name").asText())
          .returns("APPROVED", entry -> entry.path("verdict").asText());
    }
  }

  @Test
  void theSameNumberIsStoredOnceAndAnsweredAsBefore() throws Exception {
    try (ArchivesClient client = client()) {
      client.send("c-1/1", ArchivesClient.request("c-1", "2019"));
      Received first = client.receive();

      client.send("c-1/1", ArchivesClient.request("c-1", "2019"));
      Received again = client.receive();

      assertThat(first.field("JG")).isEqualTo("3");
      assertThat(again).isEqualTo(first);
      assertThat(stored("c-1")).hasSize(1);
    }
  }

  @Test
  void aMalformedMessageIsRefusedAndNotStored() throws Exception {
    String right = ArchivesClient.request("a", "1998");
    try (ArchivesClient client = client()) {
      client.send("b/1", right); // another number inside than on the envelope
      client.send("a/1", right.substring(9));
      client.send("a/1", right.replace("<YT>", "<BZ>-</BZ><YT>"));
      client.send("a/1", right.replace("张晓梅", "张?梅"));
      client.send("a/1", right.replace("HYDJ", "QT"));
      client.send("a/1", "<!DOCTYPE a>" + right.substring(right.indexOf("<DACX")));

      for (int i = 0; i < 6; i++) {
        assertThat(client.receive().field("JG")).isEqualTo("9");
      }
      assertThat(stored("a")).isEmpty();
    }
  }

  @Test
  void aRequestWithoutTheRightReplyQueueGetsNoAnswer() throws Exception {
    try (ArchivesClient client = client()) {
      client.send("e-1/1", ArchivesClient.request("e-1", "2019"), null);
      client.send("e-2/1", ArchivesClient.request("e-2", "2019"), "queue://DACX.SX");
      client.send("e-3/1", ArchivesClient.request("e-3", "2019"));

      assertThat(client.receive().correlation()).isEqualTo("e-3/1");
      assertThat(stored("e-1")).isEmpty();
      assertThat(stored("e-2")).isEmpty();
      assertThat(stored("e-3")).hasSize(1);
    }
  }

  @Test
  void aRequestIsWithdrawnBeforeItIsAnsweredAndNotAfter() throws Exception {
    try (ArchivesClient client = client()) {
      client.send("f-1/1", ArchivesClient.request("f-1", "1998"));
      client.send("f-1/2", ArchivesClient.withdrawal("f-1"));
      Received left = client.receive();
      client.send("f-2/1", ArchivesClient.request("f-2", "2019"));
      client.receive();
      client.send("f-2/2", ArchivesClient.withdrawal("f-2"));
      client.send("x/2", ArchivesClient.withdrawal("x"));

      assertThat(left.field("JG")).isEqualTo("5");
      assertThat(left.correlation()).isEqualTo("f-1/2");
      assertThat(client.receive().field("JG")).isEqualTo("6");
      assertThat(client.receive().field("JG")).isEqualTo("7");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018-07-02T09:00:00+08:00, 2018-07-02T09:30:00+08:00", // an ordinary morning
    "2018-07-02T16:20:00+08:00, 2018-07-03T08:50:00+08:00", // over the night
    "2018-07-02T22:00:00+08:00, 2018-07-03T09:00:00+08:00", // at night
    "2018-07-06T16:30:00+08:00, 2018-07-09T09:00:00+08:00", // at the weekend
    "2018-07-07T10:00:00+08:00, 2018-07-09T09:00:00+08:00"
  })
  void requestsAreReadDuringWorkingHours(String asked, String answered) {
    OffsetDateTime at =
        BusinessClock.local(
            WorkingHours.after(OffsetDateTime.parse(asked).toInstant(), Duration.ofMinutes(30)));

    assertThat(at).isEqualTo(OffsetDateTime.parse(answered));
  }

  @Test
  void queueAndStoreSurviveARestart() throws Exception {
    try (ArchivesClient client = client()) {
      client.send("h-1/1", ArchivesClient.request("h-1", "2019"));
      client.send("h-2/1", ArchivesClient.request("h-2", "1998"));
      await().until(() -> stored("h-2").size() == 1);
      await().until(() -> stored("h-1").get(0).path("told").asInt() == 1);
    }
    URI before = departments.address("archives");
    departments.stop();
    departments.start();

    try (ArchivesClient client = client()) {
      assertThat(departments.address("archives")).isEqualTo(before);
      assertThat(client.receive().field("JG")).isEqualTo("3");
      departments.clock(departments.control("GET", "/next-due", "").asText());
      assertThat(client.receive().field("JG")).isEqualTo("1");
    }
  }

  @Test
  void anAnswerThatWasReturnedTooOftenIsPublishedAgain() throws Exception {
    departments.fault("archives", "garbled", ",\"count\":1");
    try (ArchivesClient client = client()) {
      client.send("i-1/1", ArchivesClient.request("i-1", "2019"));
      try (var reader = client.session.getSessionFactory().createSession(true, false, 0)) {
        reader.start();
        var consumer = reader.createConsumer("DACX.HF.TONGBAN");
        for (int i = 0; i < 5; i++) {
          consumer.receive(10_000).acknowledge();
          reader.rollback(true);
        }
      }

      assertThat(client.receive().text()).endsWith("</DAHF>");
    }
  }

  @Test
  void anotherCertificateIsRefused() throws Exception {
    String authority = Files.readString(departments.secrets().resolve("archives-authority-key"));
    Path sibling = pem(Certificates.issued(authority, "sibling", days()));
    Path stranger = pem(Certificates.issued(Certificates.authority("x"), "archives", days()));

    assertThatThrownBy(() -> client(sibling)).isInstanceOf(ActiveMQSecurityException.class);
    assertThatThrownBy(() -> client(stranger)).isInstanceOf(ActiveMQNotConnectedException.class);
  }

  @Test
  void theHubMayOnlySendRequestsAndFetchAnswers() throws Exception {
    try (ArchivesClient client = client()) {
      for (String queue : new String[] {"DACX.QQ", "DACX.SX", "DACX.CD"}) {
        assertThatThrownBy(() -> client.session.createConsumer(queue))
            .isInstanceOf(ActiveMQException.class);
      }
    }
  }

  private static List<JsonNode> stored(String caseNo) throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    departments.book("archives").forEach(entries::add);
    entries.removeIf(entry -> !entry.path("caseNo").asText().equals(caseNo));
    return entries;
  }

  private static ArchivesClient client() throws Exception {
    return client(departments.secrets().resolve("archives"));
  }

  private static ArchivesClient client(Path key) throws Exception {
    return new ArchivesClient(
        departments.address("archives"), key, departments.secrets().resolve("archives-authority"));
  }

  private static Path pem(String text) throws Exception {
    return Files.writeString(Files.createTempFile(folder, "key", ".pem"), text);
  }

  private static Certificates.Days days() {
    return Certificates.Days.ofARehearsal();
  }

  private static String sm3(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] sum = new byte[32];
    digest.doFinal(sum, 0);
    return HexFormat.of().formatHex(sum);
  }
}
