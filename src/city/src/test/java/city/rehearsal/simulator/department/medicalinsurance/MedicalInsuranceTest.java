package city.rehearsal.simulator.department.medicalinsurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.client.SshKeys;
import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.FileLine;
import city.rehearsal.simulator.core.Sm3;
import com.jcraft.jsch.JSchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The medical insurer's own rules, over a plain SFTP client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MedicalInsuranceTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Duration SOON = Duration.ofMinutes(2);
  private Departments departments;
  private FileLine line;
  private int serial;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    departments = new Departments(folder, "medical-insurance");
    line = new FileLine(departments, "medical-insurance");
  }

  @AfterAll
  void close() throws IOException {
    departments.close();
  }

  @Test
  void aFileIsReadWithItsFlagAndAnsweredOnTheNextMorning() throws Exception {
    String id = nextId();
    byte[] file = file("YB1.txt", detail(id, "张三䶮𠮷"));
    line.put("in/YB1.txt", file);
    assertThat(line.entries(id)).isEmpty();

    line.put("in/YB1.txt.ok", new byte[0]);
    await().atMost(SOON).until(() -> line.entries(id).size() == 1);
    assertThat(line.entries(id).get(0).get("name").asText()).isEqualTo("张三䶮𠮷");
    assertThat(line.entries(id).get(0).get("verdict").asText()).isEqualTo("OPEN");
    departments.clock("2030-01-01T08:00:00+08:00");

    String result = awaited("out/JGYB1.txt");
    assertThat(result).startsWith("R" + id).contains("T" + "YB1.txt");
    assertThat(line.entries(id).get(0).get("verdict").asText()).isEqualTo("APPROVED");
  }

  @Test
  void theSameFileAgainIsIgnoredAndOtherContentUnderItsNameIsRefused() throws Exception {
    String id = nextId();
    line.send("YB2.txt", file("YB2.txt", detail(id, "张三")));
    await().atMost(SOON).until(() -> line.entries(id).size() == 1);

    line.send("YB2.txt", file("YB2.txt", detail(id, "张三")));
    await().atMost(SOON).until(() -> !line.there("in/YB2.txt.ok"));
    assertThat(line.there("out/JJYB2.txt")).isFalse();
    line.send("YB2.txt", file("YB2.txt", detail(nextId(), "李四")));

    assertThat(code(awaited("out/JJYB2.txt"))).isEqualTo("04");
    assertThat(line.entries(id)).hasSize(1);
  }

  @Test
  void aDeliveryInTwoFilesIsStoredOnce() throws Exception {
    String id = nextId();
    line.send("YB3.txt", file("YB3.txt", detail(id, "张三")));
    line.send("YB4.txt", file("YB4.txt", detail(id, "张三")));

    await().atMost(SOON).until(() -> !line.there("in/YB4.txt.ok") && !line.there("in/YB3.txt.ok"));

    assertThat(line.entries(id)).hasSize(1);
  }

  @Test
  void aMalformedFileIsRefusedAsAWhole() throws Exception {
    String id = nextId();
    byte[] changed = file("YB5.txt", detail(id, "张三"));
    changed[100] ^= 1;
    line.send("YB5.txt", changed);
    assertThat(code(awaited("out/JJYB5.txt"))).isEqualTo("01");

    byte[] miscounted = file("YB6.txt", detail(id, "张三"));
    miscounted[272 + 48] = '2';
    line.send("YB6.txt", miscounted);
    assertThat(code(awaited("out/JJYB6.txt"))).isEqualTo("02");

    byte[] shorter = file("YB7.txt", detail(id, "张三"));
    line.send("YB7.txt", Arrays.copyOf(shorter, shorter.length - 1));
    assertThat(code(awaited("out/JJYB7.txt"))).isEqualTo("03");

    line.send("YB8.txt", file("YB8.txt", detail(id, "张?三")));
    assertThat(code(awaited("out/JJYB8.txt"))).isEqualTo("03");
    assertThat(line.entries(id)).isEmpty();
  }

  @Test
  void anotherKeyAndAPasswordAreRefused() {
    assertThatThrownBy(() -> line.session(SshKeys.random()).disconnect())
        .isInstanceOf(JSchException.class)
        .hasMessageContaining("Auth");
  }

  private String nextId() {
    serial++;
    return "310101-20180702-%06d/1".formatted(serial);
  }

  private static String detail(String id, String name) {
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

  private static byte[] file(String name, String row) {
    byte[] detail = (row + "\r\n").getBytes(GB18030);
    String trailer =
        "T" + padded(name, 40) + "00000001" + Sm3.hex(detail) + " ".repeat(157) + "\r\n";
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(detail);
    file.writeBytes(trailer.getBytes(GB18030));
    return file.toByteArray();
  }

  private static String code(String result) {
    return result.substring(113, 115);
  }

  private String awaited(String path) {
    return new String(line.awaited(path), GB18030);
  }
}
