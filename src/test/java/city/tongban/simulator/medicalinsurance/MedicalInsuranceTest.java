package city.tongban.simulator.medicalinsurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.tongban.client.SshKeys;
import city.tongban.simulator.Departments;
import com.fasterxml.jackson.databind.JsonNode;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The insurer by its own specification, spoken to by a plain SFTP client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MedicalInsuranceTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Duration SOON = Duration.ofSeconds(20);
  private Departments departments;
  private int serial;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    departments = new Departments(folder);
  }

  @AfterAll
  void close() throws IOException {
    departments.close();
  }

  @Test
  void aFileIsReadWhenItsFlagIsThereAndAnsweredOnTheNextMorning() throws Exception {
    String id = nextId();
    byte[] file = file("YB1.txt", line(id, "张三䶮𠮷"));
    put("in/YB1.txt", file);
    assertThat(entries(id)).isEmpty();

    put("in/YB1.txt.ok", new byte[0]);
    await().atMost(SOON).until(() -> entries(id).size() == 1);
    assertThat(entries(id).get(0).get("name").asText()).isEqualTo("张三䶮𠮷");
    assertThat(entries(id).get(0).get("verdict").asText()).isEqualTo("OPEN");
    departments.clock("2030-01-01T08:00:00+08:00");

    String result = awaited("out/JGYB1.txt");
    assertThat(result).startsWith("R" + id).contains("T" + "YB1.txt");
    assertThat(entries(id).get(0).get("verdict").asText()).isEqualTo("APPROVED");
  }

  @Test
  void theSameFileAgainIsKnownAndOneOfThatNameWithOtherContentIsRefused() throws Exception {
    String id = nextId();
    send("YB2.txt", file("YB2.txt", line(id, "张三")));
    await().atMost(SOON).until(() -> entries(id).size() == 1);

    send("YB2.txt", file("YB2.txt", line(id, "张三")));
    await().atMost(SOON).until(() -> !there("in/YB2.txt.ok"));
    assertThat(there("out/JJYB2.txt")).isFalse();
    send("YB2.txt", file("YB2.txt", line(nextId(), "李四")));

    assertThat(code(awaited("out/JJYB2.txt"))).isEqualTo("04");
    assertThat(entries(id)).hasSize(1);
  }

  @Test
  void aDeliveryThatComesInTwoFilesStandsInTheBookOnce() throws Exception {
    String id = nextId();
    send("YB3.txt", file("YB3.txt", line(id, "张三")));
    send("YB4.txt", file("YB4.txt", line(id, "张三")));

    await().atMost(SOON).until(() -> !there("in/YB4.txt.ok") && !there("in/YB3.txt.ok"));

    assertThat(entries(id)).hasSize(1);
  }

  @Test
  void aFileThatIsNotAsAgreedIsRefusedWhole() throws Exception {
    String id = nextId();
    byte[] changed = file("YB5.txt", line(id, "张三"));
    changed[100] ^= 1;
    send("YB5.txt", changed);
    assertThat(code(awaited("out/JJYB5.txt"))).isEqualTo("01");

    byte[] miscounted = file("YB6.txt", line(id, "张三"));
    miscounted[272 + 48] = '2';
    send("YB6.txt", miscounted);
    assertThat(code(awaited("out/JJYB6.txt"))).isEqualTo("02");

    byte[] shorter = file("YB7.txt", line(id, "张三"));
    send("YB7.txt", Arrays.copyOf(shorter, shorter.length - 1));
    assertThat(code(awaited("out/JJYB7.txt"))).isEqualTo("03");

    send("YB8.txt", file("YB8.txt", line(id, "张?三")));
    assertThat(code(awaited("out/JJYB8.txt"))).isEqualTo("03");
    assertThat(entries(id)).isEmpty();
  }

  @Test
  void aStrangerAndAPasswordAreNotLetIn() {
    assertThatThrownBy(() -> session(SshKeys.random()).disconnect())
        .isInstanceOf(JSchException.class)
        .hasMessageContaining("Auth");
  }

  private String nextId() {
    serial++;
    return "310101-20180702-%06d/1".formatted(serial);
  }

  private static String line(String id, String name) {
    return "A"
        + "YD01"
        + padded(id, 40)
        + padded(id.substring(0, id.length() - 2), 32)
        + padded(name, 50)
        + "08"
        + padded("E12345678", 20)
        + padded("", 16)
        + "31010100201"
        + "20180702084110"
        + padded("杭州市", 60)
        + padded("20180801", 20);
  }

  private static String padded(String text, int bytes) {
    return text + " ".repeat(bytes - text.getBytes(GB18030).length);
  }

  private static byte[] file(String name, String line) {
    byte[] detail = (line + "\r\n").getBytes(GB18030);
    String trailer =
        "T" + padded(name, 40) + "00000001" + InFile.sm3(detail) + " ".repeat(157) + "\r\n";
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(detail);
    file.writeBytes(trailer.getBytes(GB18030));
    return file.toByteArray();
  }

  private static String code(String result) {
    return result.substring(113, 115);
  }

  private List<JsonNode> entries(String id) throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : departments.book("medical-insurance")) {
      if (entry.get("deliveryId").asText().equals(id)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private void send(String name, byte[] file) throws Exception {
    put("in/" + name, file);
    put("in/" + name + ".ok", new byte[0]);
  }

  private String awaited(String path) {
    await().atMost(SOON).until(() -> there(path + ".ok"));
    return with(
        sftp -> {
          ByteArrayOutputStream read = new ByteArrayOutputStream();
          sftp.get(path, read);
          return read.toString(GB18030);
        });
  }

  private boolean there(String path) {
    return with(
        sftp -> {
          try {
            sftp.stat(path);
            return true;
          } catch (SftpException e) {
            return false;
          }
        });
  }

  private void put(String path, byte[] file) {
    with(
        sftp -> {
          sftp.put(new ByteArrayInputStream(file), path);
          return true;
        });
  }

  private interface Talk<T> {
    T over(ChannelSftp sftp) throws SftpException;
  }

  private <T> T with(Talk<T> talk) {
    try {
      Session session =
          session(Files.readString(departments.secrets().resolve("medical-insurance")));
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect();
      try {
        return talk.over(sftp);
      } finally {
        session.disconnect();
      }
    } catch (JSchException | SftpException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Session session(String key) throws JSchException {
    URI address = departments.sftp();
    JSch ssh = new JSch();
    ssh.addIdentity("hub", key.getBytes(StandardCharsets.US_ASCII), null, null);
    Session session = ssh.getSession("tongban", address.getHost(), address.getPort());
    session.setConfig("StrictHostKeyChecking", "no");
    session.setPassword("tongban");
    session.connect(10_000);
    return session;
  }
}
