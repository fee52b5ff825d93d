package city.tongban.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** {@code ./hub connector} against the running hub, out of a working copy of one back-end. */
class ConnectorCommandTest {
  private static final String BACK_END = "economy-informatisation";

  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir Path copy;

  private final RunningHub hub = RunningHub.get();
  private final PrintStream terminal = System.out;
  private final PrintStream errors = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void copyAndListen() throws IOException {
    copy(BACK_END);
    PrintStream ear = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(ear);
    System.setErr(ear);
  }

  private void copy(String backEnd) throws IOException {
    for (String folder : List.of("connectors", "mappings")) {
      FileSystemUtils.copyRecursively(
          hub.bundles().resolve(folder).resolve(backEnd), copy.resolve(folder).resolve(backEnd));
    }
  }

  @AfterEach
  void asShipped() {
    hub("activate", "--as-shipped", "--reason", "end of the test");
    System.setOut(terminal);
    System.setErr(errors);
  }

  @Test
  void aChangedFolderIsActivatedListedAndTakenBack() throws IOException {
    edit("connectors/" + BACK_END + "/connector.yaml", "timeout: 6s", "timeout: 7s");

    assertThat(hub("activate", "--folder", copy.toString(), "--reason", "他们更快了")).isZero();
    assertThat(said()).contains("examples passed", "is active");
    said.reset();
    assertThat(hub("activate", "--folder", copy.toString(), "--reason", "again")).isZero();
    assertThat(said()).contains("already");
    assertThat(hub("rollback", "--reason", "not faster")).isZero();

    said.reset();
    assertThat(hub("versions")).isZero();
    assertThat(said().lines().toList().get(1)).contains("engineer", "active, shipped, rollback");
    assertThat(said().lines().toList().get(2)).contains("他们更快了");
  }

  @Test
  void whatTheCheckFindsIsToldAndNothingIsSent() throws IOException {
    edit("connectors/" + BACK_END + "/connector.yaml", "doubt: ", "dout: ");

    assertThat(hub("activate", "--folder", copy.toString(), "--reason", "x")).isEqualTo(1);

    assertThat(said()).contains("HUB-8003", "fix: ", "nothing was sent");
  }

  @Test
  void whatDiffersIsShownLineByLineAndBinariesByTheirDigest() throws IOException {
    assertThat(hub("diff", "--folder", copy.toString())).isZero();
    assertThat(said()).isEmpty();

    edit("connectors/" + BACK_END + "/connector.yaml", "timeout: 6s", "timeout: 7s");
    Files.write(copy.resolve("mappings/" + BACK_END + "/seal.bin"), new byte[] {0, 1, 2});
    assertThat(hub("diff", "--folder", copy.toString())).isEqualTo(1);

    assertThat(said())
        .contains("--- a/connector/connector.yaml", "-  timeout: 6s", "+  timeout: 7s")
        .contains("--- /dev/null", "+++ b/mappings/seal.bin 3 bytes, SHA-256 ae4b3280");
    said.reset();
    assertThat(hub("diff", "shipped", "active")).isZero();
    assertThat(hub("diff", "no-version")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "economy-informatisation",
        "housing",
        "human-resources",
        "disabled-federation",
        "trade-union"
      })
  void aRecordedCaseBecomesAnExampleThatHoldsAndHasNobodyInIt(String backEnd) throws IOException {
    copy(backEnd);
    hub.inOfficeHours();
    String number = hub.receipted(Applications.named(Applications.good(backEnd), "欧阳建国"));
    await().atMost(SOON).until(() -> heardOf(number));

    assertThat(record(number + "/1", "recorded")).as(said()).isZero();

    assertThat(said()).contains(backEnd + ": 0 findings", "please check: ");
    try (Stream<Path> files = Files.walk(copy.resolve("mappings").resolve(backEnd))) {
      List<Path> written = files.filter(f -> f.toString().contains("/recorded")).toList();
      assertThat(written).hasSizeGreaterThanOrEqualTo(3);
      for (Path file : written) {
        assertThat(file).content().doesNotContain("欧阳建国", number, "11010519491231002X");
      }
    }
    assertThat(record(number + "/1", "recorded")).isEqualTo(1); // the name is taken
    assertThat(hub.read("/api/v1/cases/" + number + "/trail", "operator").toString())
        .contains("example-recorded", "reason: as an example");
  }

  @Test
  void whatIsNotRecordedIsNoExample() {
    assertThat(record("310101-20180702-999999/9", "other")).isEqualTo(1);
    assertThat(record("no-such-stop", "other")).isEqualTo(1);

    assertThat(said()).contains("HUB-8032");
  }

  private boolean heardOf(String number) {
    return hub.read("/api/v1/cases/" + number + "/trail", "operator")
        .get("stops")
        .valueStream()
        .anyMatch(
            stop ->
                List.of("accepted", "received").contains(stop.get("event").asText())
                    && stop.get("stage").asText().matches("delivery|result"));
  }

  private int record(String id, String as) {
    return HubCommand.run(
        "connector",
        "record",
        id,
        "--as",
        as,
        "--reason",
        "as an example",
        "--folder",
        copy.toString(),
        "--at",
        hub.address().toString(),
        "--data",
        hub.context().getEnvironment().getRequiredProperty("hub.data"));
  }

  @Test
  void whatWouldBeDifferentIsToldBeforeItIsActive() throws IOException {
    hub.inOfficeHours();
    String number = hub.receipted(Applications.good(BACK_END));
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub("replay", "--folder", copy.toString(), "--since", "1h")).as(said()).isZero();
    edit("mappings/" + BACK_END + "/codes/id-type.csv", "RESIDENT_ID,", "RESIDENT_ID,9");

    assertThat(hub("replay", "--folder", copy.toString(), "--since", "1h")).isEqualTo(1);
    assertThat(said()).contains(number + "/1 request: ");
  }

  @Test
  void whatTheHubRefusesIsToldInItsWords() {
    assertThat(hub("rollback", "--to", "abcdef", "--reason", "x")).isEqualTo(1);

    assertThat(said()).contains("HUB-8027", "fix: choose one of");
  }

  private void edit(String file, String line, String into) throws IOException {
    String text = Files.readString(copy.resolve(file));
    assertThat(text).contains(line);
    Files.writeString(copy.resolve(file), text.replace(line, into));
  }

  private int hub(String command, String... options) {
    List<String> line = new ArrayList<>(List.of("connector", command, BACK_END));
    line.addAll(List.of("--at", hub.address().toString(), "--data"));
    line.add(hub.context().getEnvironment().getRequiredProperty("hub.data"));
    line.addAll(List.of(options));
    return HubCommand.run(line.toArray(String[]::new));
  }

  private String said() {
    // the hub of the tests lives in this process and logs here too
    return said.toString(StandardCharsets.UTF_8)
        .replaceAll("(?m)^\\d{4}-\\d{2}-\\d{2}T\\S+ +(INFO|WARN|ERROR).*\\R", "");
  }
}
