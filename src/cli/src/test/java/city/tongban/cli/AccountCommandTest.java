package city.tongban.cli;

import static city.tongban.path.ConsoleHttpClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.ConsoleHttpClient;
import city.tongban.path.RunningHub;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code ./hub account} against the running hub, and what it opens at the console. */
class AccountCommandTest {
  private final RunningHub hub = RunningHub.get();
  private final PrintStream terminal = System.out;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void handBack() {
    System.setOut(terminal);
  }

  @Test
  void anAccountIsMadeResetClosedAndListed() {
    String first = password("add", name, "--role", "engineer");
    assertThat(enters(first)).isTrue();

    String second = password("reset", name);
    assertThat(enters(first)).isFalse();
    assertThat(enters(second)).isTrue();

    assertThat(account("disable", name)).isZero();
    assertThat(enters(second)).isFalse();

    said.reset();
    assertThat(account("list")).isZero();
    assertThat(said()).containsPattern(name + " +engineer +disabled");
  }

  @Test
  void aNameIsGivenOnce() {
    assertThat(account("add", name, "--role", "auditor")).isZero();

    assertThat(account("add", name, "--role", "operator")).isEqualTo(1);
    assertThat(account("reset", "x" + name)).isEqualTo(1);
  }

  private String password(String... command) {
    said.reset();
    assertThat(account(command)).isZero();
    return said().strip().split(" / ")[1];
  }

  private int account(String... command) {
    String[] line = new String[command.length + 5];
    line[0] = "account";
    System.arraycopy(command, 0, line, 1, command.length);
    return HubCommand.run(with(line, command.length + 1));
  }

  /** The options of a hub that is not the data folder's own. */
  private String[] with(String[] line, int from) {
    String data = hub.context().getEnvironment().getRequiredProperty("hub.data");
    String[] where = {"--data", data, "--at", hub.address().toString()};
    // they belong to the command itself, before its subcommand
    String[] whole = new String[line.length];
    whole[0] = line[0];
    System.arraycopy(where, 0, whole, 1, where.length);
    System.arraycopy(line, 1, whole, 1 + where.length, from - 1);
    return whole;
  }

  private boolean enters(String password) {
    return !location(new ConsoleHttpClient().logIn(name, password)).contains("/console/login");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
