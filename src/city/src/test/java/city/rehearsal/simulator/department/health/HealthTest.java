package city.rehearsal.simulator.department.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.protocol.mllp.MllpFrames;
import city.rehearsal.simulator.protocol.tcp.PemIdentity;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The health bureau's own rules, over a raw client; a plain server takes the hub's place. */
class HealthTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final AtomicInteger CASES = new AtomicInteger();
  private static final List<byte[]> RECEIVED = new CopyOnWriteArrayList<>();
  private static volatile String said = "AA";
  private static Departments departments;
  private static ServerSocket hub;

  private String caseNo;
  private String id;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "health");
    listen();
  }

  @AfterAll
  static void close() throws Exception {
    hub.close();
    departments.close();
  }

  @AfterEach
  void clearFaults() throws Exception {
    said = "AA";
    departments.control("DELETE", "/faults", "");
  }

  @Test
  void anApplicationIsAcknowledgedAndItsDecisionIsSentUntilTheHubAcceptsIt() throws Exception {
    said = "AE";
    String answer = say(order("CSZM", "ZCS|𠮷小宝|20160229|甲\\F\\乙"));

    assertThat(answer)
        .startsWith("MSH|^~\\&|WJXT|SHWJW|TONGBAN|SHSQSL|")
        .endsWith("\rMSA|AA|" + id + "\r");
    await().until(() -> !received(StandardCharsets.UTF_8).isEmpty());
    assertThat(entry().path("told").asInt()).isZero();
    said = "AA";
    await().until(() -> entry().path("told").asInt() == 1);
    assertThat(received(StandardCharsets.UTF_8).get(0))
        .contains("ORU^R01^ORU_R01", "|TY^同意^WJ99|", "ORC|RE|" + id + "|WJ2018");
    assertThat(entry().path("verdict").asText()).isEqualTo("APPROVED");
    assertThat(entry().path("name").asText()).isEqualTo("张晓梅");
  }

  @Test
  void theStationInPudongWritesItsOwnCharset() throws Exception {
    byte[] answer = raw(order("YMZJ", "ZYM|张小䶮|19990501|310115201509010017"));

    assertThat(new String(answer, GB18030)).contains("|PDFY|", "|GB 18030-2000\r");
    await().until(() -> !received(GB18030).isEmpty());
    assertThat(received(GB18030).get(0)).contains("BTY^不同意", "NTE|1||超过预防接种档案管理年龄\r");
  }

  @Test
  void aRepeatIsAnsweredAsBeforeAlsoAfterARestartAndOtherContentIsRefused() throws Exception {
    byte[] order = order("CSZM", "ZCS|小宝|20160229|甲");
    byte[] first = raw(order);

    assertThat(raw(order)).isEqualTo(first);
    departments.stop();
    departments.start();
    assertThat(raw(order)).isEqualTo(first);
    String other = say(order("CSZM", "ZCS|小宝|20160301|甲"));

    assertThat(other).contains("MSA|AR|" + id, "ERR|||205^");
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aCorrectedMessageMayUseTheSameId() throws Exception {
    assertThat(say(order("CSZM", "ZCS|小宝|20160231|甲"))).contains("MSA|AR|", "ERR|||102^");

    assertThat(say(order("CSZM", "ZCS|小宝|20160229|甲"))).contains("MSA|AA|");
    assertThat(entries()).hasSize(1);
  }

  @Test
  void anApplicationThatIsNotAcceptedIsStoredAndNeverDecided() throws Exception {
    String answer = say(order("XXBX", "ZXX|0|0|甲"));

    assertThat(answer).contains("MSA|AE|" + id, "|3001^^WJ99|||无献血记录\r");
    assertThat(entry().path("verdict").asText()).isEqualTo("NOT_ACCEPTED");
  }

  @Test
  void aWithdrawalOfADecidedOrUnknownApplicationIsRefused() throws Exception {
    byte[] order = order("CSZM", "ZCS|小宝|20160229|甲");
    assertThat(say(withdrawal())).contains("|3102^^WJ99|");
    raw(order);
    await().until(() -> entry().path("verdict").asText().equals("APPROVED"));

    assertThat(say(withdrawal())).contains("MSA|AE|", "|3101^^WJ99|");
    assertThat(say(withdrawal())).as("again").contains("|3101^^WJ99|");
    assertThat(entries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TONGBAN|SHSQSL; SOMEBODY|SHSQSL; 102",
        "ORM^O01; ADT^A28; 200",
        "|P|2.5.1; |T|2.5.1; 202",
        "|P|2.5.1; |P|2.3; 203",
        "UNICODE UTF-8; GB 18030-2000; 103",
        "310104198405120028^^^^01; 310104198405120029^^^^01; 102",
        "310104198405120028^^^^01; 310104198405120028^^^^77; 103",
        "张晓梅; 张?梅; 102",
        "张晓梅; ; 101",
        "OBR|1; OBX|1; 100",
        "CSZM; XXXX; 103",
        "ZCL|1; ZZZ|1; 100",
        "甲; \\H\\甲; 102",
        "甲; 甲|more; 102"
      })
  void aMalformedMessageIsRefusedAndNotStored(String right, String wrong, String kind)
      throws Exception {
    String good = text(order("CSZM", "ZCS|小宝|20160229|甲"));
    String message = good.replace(right, wrong == null ? "" : wrong);

    assertThat(message).isNotEqualTo(good);
    assertThat(say(message.getBytes(StandardCharsets.UTF_8)))
        .contains("MSA|AR|", "ERR|||" + kind + "^");
    assertThat(entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "other-message, MSA|AA|X",
    "unknown-charset, KOI8-R",
    "garbled, \\Q\\",
    "doctype, <!DOCTYPE",
    "busy, 9001"
  })
  void aFaultChangesTheAnswer(String fault, String seen) throws Exception {
    departments.fault("health", fault, ",\"count\":1");

    assertThat(say(order("CSZM", "ZCS|小宝|20160229|甲"))).contains(seen);
    assertThat(entries()).hasSize(fault.equals("busy") ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "lost-answer", "half-answer", "down", "wrong-credential"})
  void aFaultBreaksTheConnection(String fault) throws Exception {
    departments.fault("health", fault, ",\"count\":1");
    byte[] order = order("CSZM", "ZCS|小宝|20160229|甲");

    assertThatThrownBy(() -> raw(order)).isInstanceOf(IOException.class);

    boolean taken = fault.equals("lost-answer") || fault.equals("half-answer");
    assertThat(entries()).hasSize(taken ? 1 : 0);
    assertThat(say(order)).contains("MSA|AA|");
    assertThat(entries()).hasSize(1);
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
    String stranger =
        city.rehearsal.client.Certificates.issued(
            city.rehearsal.client.Certificates.authority("stranger"),
            "stranger",
            city.rehearsal.client.Certificates.Days.ofARehearsal());
    SSLContext context = new PemIdentity(stranger).contextTrusting(secret("health-authority"));

    assertThatThrownBy(() -> raw(context, order("CSZM", "ZCS|小宝|20160229|甲")))
        .isInstanceOf(IOException.class);
    assertThat(entries()).isEmpty();
  }

  private byte[] order(String service, String form) {
    if (caseNo == null) {
      caseNo = "310101-20180702-%06d".formatted(3 * CASES.incrementAndGet());
      while (!Health.PACING.isImmediate(caseNo)) {
        caseNo = "310101-20180702-%06d".formatted(100 + 3 * CASES.incrementAndGet());
      }
      id = caseNo + "/1";
    }
    return (head(id)
            + "PID|1||310104198405120028^^^^01||张晓梅||||||||13817712345\r"
            + "ORC|NW|"
            + id
            + "||"
            + caseNo
            + "|||||20180702084110+0800||||||||31010400201\r"
            + "OBR|1|"
            + id
            + "||"
            + service
            + "\r"
            + form
            + "\rZCL|1|M01|申请表\r")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] withdrawal() {
    return (head(caseNo + "/2") + "ORC|CA|" + id + "||" + caseNo + "||||||||||||^计划有变\r")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String head(String id) {
    return "MSH|^~\\&|TONGBAN|SHSQSL|WJXT|SHWJW|20180702084112+0800||ORM^O01^ORM_O01|"
        + id
        + "|P|2.5.1|||||CHN|UNICODE UTF-8\r";
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }

  private String say(byte[] message) throws Exception {
    return text(raw(message));
  }

  private byte[] raw(byte[] message) throws Exception {
    return raw(
        new PemIdentity(secret("health-tls")).contextTrusting(secret("health-authority")), message);
  }

  private static byte[] raw(SSLContext context, byte[] message) throws Exception {
    URI address = departments.address("health");
    try (SSLSocket line =
        (SSLSocket) context.getSocketFactory().createSocket(address.getHost(), address.getPort())) {
      line.setSoTimeout(5_000);
      MllpFrames frames = new MllpFrames(line.getInputStream(), line.getOutputStream());
      frames.write(message);
      byte[] answer = frames.read();
      if (answer == null) {
        throw new EOFException("no answer");
      }
      return answer;
    }
  }

  private static String secret(String name) throws IOException {
    return Files.readString(departments.secrets().resolve(name)).strip();
  }

  private JsonNode entry() throws Exception {
    return entries().get(0);
  }

  private List<JsonNode> entries() throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : departments.book("health")) {
      if (entry.path("caseNo").asText().equals(caseNo)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private List<String> received(Charset charset) {
    return RECEIVED.stream()
        .map(message -> new String(message, charset))
        .filter(message -> message.contains("ORC|RE|" + id + "|"))
        .toList();
  }

  /** In place of the hub: keeps what it receives, and acknowledges it with {@code said}. */
  private static void listen() throws Exception {
    URI address =
        URI.create(departments.control("GET", "/hub-addresses", "").path("health").asText());
    SSLContext context =
        new PemIdentity(secret("health-tls")).contextTrusting(secret("health-authority"));
    hub = new ServerSocket(address.getPort(), 5, InetAddress.getLoopbackAddress());
    Thread acceptor =
        new Thread(
            () -> {
              while (!hub.isClosed()) {
                try (Socket caller = hub.accept()) {
                  acknowledge(context, caller);
                } catch (IOException e) {
                  // the next caller is served
                }
              }
            });
    acceptor.setDaemon(true);
    acceptor.start();
  }

  private static void acknowledge(SSLContext context, Socket caller) throws IOException {
    SSLSocket line = (SSLSocket) context.getSocketFactory().createSocket(caller, null, true);
    line.setNeedClientAuth(true);
    MllpFrames frames = new MllpFrames(line.getInputStream(), line.getOutputStream());
    for (byte[] message = frames.read(); message != null; message = frames.read()) {
      RECEIVED.add(message);
      String controlId = new String(message, StandardCharsets.ISO_8859_1).split("\\|", 11)[9];
      frames.write(
          ("MSH|^~\\&|TONGBAN|SHSQSL|WJXT|SHWJW|20180702||ACK|1|P|2.5.1\rMSA|"
                  + said
                  + "|"
                  + controlId
                  + "\r")
              .getBytes(StandardCharsets.US_ASCII));
    }
  }
}
