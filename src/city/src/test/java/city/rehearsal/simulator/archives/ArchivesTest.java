package city.rehearsal.simulator.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.Certificates;
import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.archives.Asker.Heard;
import city.rehearsal.simulator.core.BusinessClock;
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
 * The archives' own rules, spoken to in their broker's own protocol. One start for all: each test
 * has a case of its own and leaves no answer behind.
 */
class ArchivesTest {
  @TempDir static Path folder;
  private static Departments departments;

  @BeforeAll
  static void start() throws Exception {
    departments = new Departments(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    departments.close();
  }

  @Test
  void aRequestIsReadWithinHalfAnHourAndAnsweredWithAnExtractUnderItsDigest() throws Exception {
    try (Asker asker = asker()) {
      asker.ask("b-1/1", Asker.lookUp("b-1", "1998"));
      await().until(() -> book("b-1").size() == 1);
      departments.clock(departments.control("GET", "/next-due", "").asText());

      Heard heard = asker.hear();

      assertThat(heard.correlation()).isEqualTo("b-1/1");
      assertThat(heard.type()).isEqualTo(Message.BYTES_TYPE);
      assertThat(heard.field("JG")).isEqualTo("1");
      assertThat(heard.field("DALSH")).startsWith("DA2018");
      byte[] pdf = Base64.getDecoder().decode(heard.field("NR"));
      assertThat(new String(pdf, StandardCharsets.US_ASCII))
          .startsWith("%PDF-")
          .endsWith("%%EOF\n");
      assertThat(heard.field("ZY")).isEqualTo(sm3(pdf));
      assertThat(book("b-1"))
          .singleElement()
          .returns("张晓梅", entry -> entry.path("name").asText())
          .returns("APPROVED", entry -> entry.path("verdict").asText());
    }
  }

  @Test
  void theSameNumberIsReadOnceAndAnsweredAsBefore() throws Exception {
    try (Asker asker = asker()) {
      asker.ask("c-1/1", Asker.lookUp("c-1", "2019"));
      Heard first = asker.hear();

      asker.ask("c-1/1", Asker.lookUp("c-1", "2019"));
      Heard again = asker.hear();

      assertThat(first.field("JG")).isEqualTo("3");
      assertThat(again).isEqualTo(first);
      assertThat(book("c-1")).hasSize(1);
    }
  }

  @Test
  void aMessageThatIsNotWrittenAsAgreedIsCalledMalformedAndNotTaken() throws Exception {
    String right = Asker.lookUp("a", "1998");
    try (Asker asker = asker()) {
      asker.ask("b/1", right); // another number inside than on the envelope
      asker.ask("a/1", right.substring(9));
      asker.ask("a/1", right.replace("<YT>", "<BZ>-</BZ><YT>"));
      asker.ask("a/1", right.replace("张晓梅", "张?梅"));
      asker.ask("a/1", right.replace("HYDJ", "QT"));
      asker.ask("a/1", "<!DOCTYPE a>" + right.substring(right.indexOf("<DACX")));

      for (int i = 0; i < 6; i++) {
        assertThat(asker.hear().field("JG")).isEqualTo("9");
      }
      assertThat(book("a")).isEmpty();
    }
  }

  @Test
  void whoDoesNotSayWhereTheAnswerGoesGetsNone() throws Exception {
    try (Asker asker = asker()) {
      asker.ask("e-1/1", Asker.lookUp("e-1", "2019"), null);
      asker.ask("e-2/1", Asker.lookUp("e-2", "2019"), "queue://DACX.SX");
      asker.ask("e-3/1", Asker.lookUp("e-3", "2019"));

      assertThat(asker.hear().correlation()).isEqualTo("e-3/1");
      assertThat(book("e-1")).isEmpty();
      assertThat(book("e-2")).isEmpty();
      assertThat(book("e-3")).hasSize(1);
    }
  }

  @Test
  void aRequestIsLeftBeforeItIsAnsweredAndNotAfter() throws Exception {
    try (Asker asker = asker()) {
      asker.ask("f-1/1", Asker.lookUp("f-1", "1998"));
      asker.ask("f-1/2", Asker.leave("f-1"));
      Heard left = asker.hear();
      asker.ask("f-2/1", Asker.lookUp("f-2", "2019"));
      asker.hear();
      asker.ask("f-2/2", Asker.leave("f-2"));
      asker.ask("x/2", Asker.leave("x"));

      assertThat(left.field("JG")).isEqualTo("5");
      assertThat(left.correlation()).isEqualTo("f-1/2");
      assertThat(asker.hear().field("JG")).isEqualTo("6");
      assertThat(asker.hear().field("JG")).isEqualTo("7");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018-07-02T09:00:00+08:00, 2018-07-02T09:30:00+08:00", // an ordinary morning
    "2018-07-02T16:20:00+08:00, 2018-07-03T08:50:00+08:00", // not in one go
    "2018-07-02T22:00:00+08:00, 2018-07-03T09:00:00+08:00", // nobody is there at night
    "2018-07-06T16:30:00+08:00, 2018-07-09T09:00:00+08:00", // nor at the week's end
    "2018-07-07T10:00:00+08:00, 2018-07-09T09:00:00+08:00"
  })
  void theirHoursAreWorkingHours(String asked, String answered) {
    OffsetDateTime at =
        BusinessClock.local(
            Pace.after(OffsetDateTime.parse(asked).toInstant(), Duration.ofMinutes(30)));

    assertThat(at).isEqualTo(OffsetDateTime.parse(answered));
  }

  @Test
  void whatIsOnTheQueueAndInTheBookOutlivesARestart() throws Exception {
    try (Asker asker = asker()) {
      asker.ask("h-1/1", Asker.lookUp("h-1", "2019"));
      asker.ask("h-2/1", Asker.lookUp("h-2", "1998"));
      await().until(() -> book("h-2").size() == 1);
      await().until(() -> book("h-1").get(0).path("told").asInt() == 1);
    }
    URI before = departments.address("archives");
    departments.stop();
    departments.start();

    try (Asker asker = asker()) {
      assertThat(departments.address("archives")).isEqualTo(before);
      assertThat(asker.hear().field("JG")).isEqualTo("3");
      departments.clock(departments.control("GET", "/next-due", "").asText());
      assertThat(asker.hear().field("JG")).isEqualTo("1");
    }
  }

  @Test
  void whatWasGivenBackTooOftenIsWrittenAgain() throws Exception {
    departments.fault("archives", "garbled", ",\"count\":1");
    try (Asker asker = asker()) {
      asker.ask("i-1/1", Asker.lookUp("i-1", "2019"));
      try (var reader = asker.session.getSessionFactory().createSession(true, false, 0)) {
        reader.start();
        var consumer = reader.createConsumer("DACX.HF.TONGBAN");
        for (int i = 0; i < 5; i++) {
          consumer.receive(10_000).acknowledge();
          reader.rollback(true);
        }
      }

      assertThat(asker.hear().text()).endsWith("</DAHF>");
    }
  }

  @Test
  void anotherCertificateOpensNothing() throws Exception {
    String authority = Files.readString(departments.secrets().resolve("archives-authority-key"));
    Path sibling = pem(Certificates.issued(authority, "sibling", days()));
    Path stranger = pem(Certificates.issued(Certificates.authority("x"), "archives", days()));

    assertThatThrownBy(() -> asker(sibling)).isInstanceOf(ActiveMQSecurityException.class);
    assertThatThrownBy(() -> asker(stranger)).isInstanceOf(ActiveMQNotConnectedException.class);
  }

  @Test
  void theHubMayAskAndFetchAndNothingElse() throws Exception {
    try (Asker asker = asker()) {
      for (String queue : new String[] {"DACX.QQ", "DACX.SX", "DACX.CD"}) {
        assertThatThrownBy(() -> asker.session.createConsumer(queue))
            .isInstanceOf(ActiveMQException.class);
      }
    }
  }

  private static List<JsonNode> book(String caseNo) throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    departments.book("archives").forEach(entries::add);
    entries.removeIf(entry -> !entry.path("caseNo").asText().equals(caseNo));
    return entries;
  }

  private static Asker asker() throws Exception {
    return asker(departments.secrets().resolve("archives"));
  }

  private static Asker asker(Path key) throws Exception {
    return new Asker(
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
