package city.tongban.transport.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.SshKeys;
import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.FileLine;
import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.HubException;
import city.tongban.connector.Connector;
import city.tongban.transport.TransportBench;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Uploads to a real SFTP server that can be told to misbehave: a department's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SftpTransportTest {
  private static final byte[] FILE = "类别,业务\r\n".getBytes(UTF_8);
  private Departments departments;
  private TransportBench bench;
  private int serial;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "grain");
    bench = new TransportBench(departments.secrets());
  }

  @AfterEach
  void behaveAgain() throws Exception {
    departments.control("DELETE", "/faults", "");
  }

  @AfterAll
  void close() throws Exception {
    bench.close();
    departments.close();
  }

  @Test
  void aFileAndItsFlagArrive() {
    Exchange sent = send(grain("timeout: 20s"));

    assertThat(sent.getException()).isNull();
    assertThat(sent.getMessage().getHeader("HubStatus")).isEqualTo(0);
    // they have read it, and did not like it
    assertThat(new FileLine(departments, "grain").awaited("out/JJT" + serial + ".csv"))
        .isNotEmpty();
  }

  @Test
  void aServerThatKeepsTheLineAndSaysNothingIsGivenUpInTimeAndInDoubt() throws Exception {
    departments.fault("grain", "silent", ",\"count\":1");
    long began = System.nanoTime();

    Exchange sent = send(grain("timeout: 1s"));

    assertThat(code(sent)).isEqualTo("HUB-4011");
    // four steps of a second each; the server itself would wait for two minutes
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(60));
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aLineThatBreaksInTheMiddleOfTheFileIsInDoubt() throws Exception {
    departments.fault("grain", "reset", ",\"count\":1");

    assertThat(code(send(grain("timeout: 20s")))).isEqualTo("HUB-4011");
  }

  @Test
  void nobodyAtHomeIsCertainlyNotTakenIn() {
    Connector nowhere =
        ShippedConnectors.with(
            "grain",
            URI.create("sftp://tongban@127.0.0.1:1"),
            Map.of("timeout: 20s", "timeout: 5s"));

    assertThat(code(send(nowhere))).isEqualTo("HUB-4010");
  }

  @Test
  void aKeyThatTheyRefuseIsACredential() throws Exception {
    departments.fault("grain", "wrong-credential", "");

    assertThat(code(send(grain("timeout: 20s")))).isEqualTo("HUB-4013");
  }

  @Test
  void aServerThatIsAnotherGetsNothing() throws Exception {
    Path known = departments.secrets().resolve("grain-known-hosts");
    String right = Files.readString(known);
    String other = SshKeys.random();
    Files.writeString(known, "127.0.0.1 " + other.substring(other.lastIndexOf("\n") + 1));

    Exchange sent = send(grain("timeout: 20s"));

    assertThat(code(sent)).isEqualTo("HUB-4020");
    Files.writeString(known, right);
  }

  private Connector grain(String timeout) {
    return ShippedConnectors.with(
        "grain", departments.address("grain"), Map.of("timeout: 20s", timeout));
  }

  private Exchange send(Connector connector) {
    serial++;
    return bench.call(connector, "T" + serial + ".csv", FILE);
  }

  private static String code(Exchange sent) {
    assertThat(sent.getException()).isInstanceOf(HubException.class);
    return ((HubException) sent.getException()).problem().code();
  }
}
