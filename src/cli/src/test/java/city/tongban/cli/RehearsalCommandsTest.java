package city.tongban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.RunningHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./hub connector probe} and {@code ./hub fault} against the running hub. */
class RehearsalCommandsTest {
  private final RunningHub hub = RunningHub.get();
  private final String data = hub.context().getEnvironment().getRequiredProperty("hub.data");
  private final String at = hub.address().toString();
  private final PrintStream terminal = System.out;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void handBack() {
    System.setOut(terminal);
    hub.noFaults();
  }

  @Test
  void aConnectionThatIsOpenIsShownCheckByCheck() {
    assertThat(probe("trade-union")).isZero();

    assertThat(said())
        .containsSubsequence("trade-union at 127.0.0.1:", "port", "tls", "credential", "rights")
        .doesNotContain("why:");
  }

  @Test
  void aFailedCheckIsExplainedInBothLanguages() throws IOException {
    Path secret = hub.secretFile("trade-union");
    String right = Files.readString(secret);
    Files.writeString(secret, "hub:another");

    int status = probe("trade-union");
    Files.writeString(secret, right);

    assertThat(status).isEqualTo(1);
    assertThat(said())
        .contains("why: The department does not accept the hub's credential")
        .contains("why: 对方不接受枢纽的凭据")
        .doesNotContain("another");
  }

  @Test
  void faultsAreSetListedAndCleared() {
    assertThat(fault("set", "housing", "slow", "--count", "2")).isZero();
    assertThat(said()).containsPattern("housing +slow +2 more calls");

    said.reset();
    assertThat(fault("list")).isZero();
    assertThat(said()).containsPattern("grain +.*half-file").contains("2 more calls");

    said.reset();
    assertThat(fault("clear")).isZero();
    assertThat(said()).doesNotContain("housing");
    assertThat(fault("set", "housing", "half-file")).isEqualTo(1);
  }

  private int probe(String name) {
    return HubCommand.run("connector", "probe", name, "--data", data, "--at", at);
  }

  private int fault(String... command) {
    String[] line = new String[command.length + 5];
    System.arraycopy(new String[] {"fault", "--data", data, "--at", at}, 0, line, 0, 5);
    System.arraycopy(command, 0, line, 5, command.length);
    return HubCommand.run(line);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
