package city.tongban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.client.SecretFolder;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees at the terminal. */
class HubCommandTest {
  @TempDir Path data;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private HttpServer hub;

  @BeforeEach
  void aTerminalAndAHub() throws IOException {
    PrintStream terminal = new PrintStream(seen, true, StandardCharsets.UTF_8);
    System.setOut(terminal);
    System.setErr(terminal);
    new SecretFolder(data.resolve("secrets"))
        .closed()
        .make("token-operator", () -> "operators-own");
    hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.start();
  }

  @AfterEach
  void asItWas() {
    System.setOut(out);
    System.setErr(err);
    hub.stop(0);
  }

  @Test
  void aConnectorIsBegunCheckedAndItsExamplesRunInThreeCommands() throws IOException {
    Path sample =
        Files.writeString(data.resolve("sample.json"), "{\"xm\":\"某\",\"kind\":\"flood\"}");
    String folder = "--folder=" + data;

    assertThat(HubCommand.run("connector", folder, "new", "relief", "--from", sample.toString()))
        .isZero();
    assertThat(HubCommand.run("connector", folder, "check")).isZero();
    assertThat(HubCommand.run("mapping", folder, "test", "relief")).isZero();
    assertThat(HubCommand.run("mapping", folder, "test", "relief", "--strict")).isEqualTo(1);
    assertThat(text())
        .contains("connectors/relief/connector.yaml", "1 connectors, 4 examples, 0 findings")
        .contains("ok   relief/application: a resident with an identity card")
        .contains("relief: no example uses codes/state.csv line 4: REJECTED", "2 of 2 fields");

    assertThat(HubCommand.run("connector", folder, "new", "relief", "--from", sample.toString()))
        .isEqualTo(1);
    assertThat(text()).contains("HUB-8021 connectors/relief is there already", "fix: take another");
  }

  @Test
  void theTrailOfACaseReadsFromTopToBottomInLine() {
    answer(
        "/api/v1/cases/310101-20180702-000001",
        200,
        """
        {"caseNumber":"310101-20180702-000001","item":"ZJ9001","state":"DECIDED","outcome":"APPROVED",
         "collectingCentre":"31010100201","deadline":"2018-07-30"}\
        """);
    answer(
        "/api/v1/cases/310101-20180702-000001/trail",
        200,
        """
        {"stops":[
         {"at":"2026-01-05T08:00:00.123+08:00","businessAt":"2018-07-02T08:41:10+08:00","stage":"intake",
          "event":"received","partner":"centre-31010100201","in":{"size":812}},
         {"at":"2026-01-05T08:00:00.456+08:00","businessAt":"2018-07-02T08:41:11+08:00","stage":"delivery",
          "event":"sent","delivery":"310101-20180702-000001/1","partner":"housing",
          "call":{"requestOut":"2026-01-05T08:00:00.400+08:00","answerIn":"2026-01-05T08:00:00.450+08:00"},
          "problem":{"code":"HUB-4012","what":"busy","fix":"wait"}}]}\
        """);

    assertThat(run("trail", "310101-20180702-000001")).isZero();

    assertThat(text())
        .startsWith("310101-20180702-000001 · ZJ9001 · DECIDED · APPROVED")
        .contains("收件 intake    received  centre-31010100201  in 812 B")
        .contains("投递 delivery  sent      housing             /1  call took 50 ms  HUB-4012")
        .contains("HUB-4012 busy\n  fix: wait");
  }

  @Test
  void aRefusalIsTheHubsOwnSentenceAndNoStackTrace() {
    answer(
        "/api/v1/sum",
        403,
        """
        {"code":"HUB-1021","detail":"not yours","why":"operators only","fix":"use another token"}\
        """);

    assertThat(run("sum")).isEqualTo(1);

    assertThat(text())
        .isEqualTo("hub: HUB-1021: not yours\n  why: operators only\n  fix: use another token\n");
  }

  @Test
  void whenNobodyAnswersItSaysSo() {
    hub.stop(0);

    assertThat(run("sum")).isEqualTo(1);

    assertThat(text()).startsWith("hub: no server answers at http://127.0.0.1:").hasLineCount(1);
  }

  @Test
  void withoutARunningHubTheWayToOneIsNamed() {
    assertThat(HubCommand.run("sum", "--data", data.toString())).isEqualTo(1);

    assertThat(text()).contains("no hub runs on " + data).contains("./hub up");
  }

  @Test
  void nothingRunningIsAStatusAndCanBeStopped() {
    assertThat(HubCommand.run("status", "--data", data.toString())).isEqualTo(1);
    assertThat(HubCommand.run("down", "--data", data.toString())).isZero();

    assertThat(text())
        .contains("hub         not running")
        .contains("nothing was running on " + data);
  }

  @Test
  void theCatalogueOfADateNeedsNoHub() {
    assertThat(HubCommand.run("catalogue", "--on", "2018-06-30")).isZero();
    assertThat(text()).contains("ZJ9001").contains("163 items on 2018-06-30");
    assertThat(text()).contains("M1:租赁合同, M2:身份证件", "unemployment-insurance");

    seen.reset();
    assertThat(HubCommand.run("catalogue", "--on", "2018-07-01")).isZero();
    assertThat(text()).contains("174 items on 2018-07-01");
  }

  @Test
  void secretsAreTheOwnersAlone() throws IOException {
    new LocalStack(new DataFolder(data), 1, 2, Programs.installed()).makeSecrets();

    try (var files = Files.list(data.resolve("secrets"))) {
      assertThat(files).hasSizeGreaterThanOrEqualTo(3).allSatisfy(HubCommandTest::onlyTheOwner);
    }
    assertThat(new SecretFolder(data.resolve("secrets")).read("housing"))
        .matches("[a-z-]+:[\\w-]{43}");
  }

  private static void onlyTheOwner(Path file) throws IOException {
    assertThat(Files.getPosixFilePermissions(file).toString())
        .doesNotContain("GROUP")
        .doesNotContain("OTHERS");
  }

  private int run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 4);
    all[words.length] = "--data";
    all[words.length + 1] = data.toString();
    all[words.length + 2] = "--at";
    all[words.length + 3] = "http://127.0.0.1:" + hub.getAddress().getPort();
    return HubCommand.run(all);
  }

  private String text() {
    return seen.toString(StandardCharsets.UTF_8);
  }

  private void answer(String path, int status, String json) {
    hub.createContext(
        path,
        call -> {
          boolean known =
              "Bearer operators-own".equals(call.getRequestHeaders().getFirst("Authorization"));
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(known ? status : 401, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
  }
}
