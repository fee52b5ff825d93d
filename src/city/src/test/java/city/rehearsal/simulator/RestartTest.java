package city.rehearsal.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
  private static final String FORM =
      """
      {"deliveryId":"310101-20180702-%1$06d/1","caseNo":"310101-20180702-%1$06d","ywlx":"BZ01",
       "sqr":{"xm":"王小明","zjlx":"01","zjhm":"11010519491231002X"},"sqrq":"20180702","sldw":"31010100201",
       "bz":{"rks":3,"nsr":60000,"jzmj":30},"cl":[]}\
      """;

  private static final String ROOT =
      """
      <ROOT><HEAD><TRANSCODE>RS0113</TRANSCODE><MSGID>310101-20180702-000001/1</MSGID>\
      <SENDTIME>20180702083001</SENDTIME></HEAD><BODY><CASENO>310101-20180702-000001</CASENO>\
      <AAC003>王小明</AAC003><AAC058>01</AAC058><AAC002>11010519491231002X</AAC002>\
      <SLJG>31010100201</SLJG><SQSJ>20180702083000</SQSJ><ACA111>驾驶员</ACA111></BODY></ROOT>\
      """;

  private Departments departments;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    departments = new Departments(folder, "housing", "human-resources");
  }

  @AfterEach
  void close() throws Exception {
    departments.close();
  }

  @Test
  void undecidedFilingsAndUnacknowledgedResultsSurviveARestart() throws Exception {
    departments.hub.answerNext(Collections.nCopies(1_000, 500).toArray(Integer[]::new));
    for (int i = 1; i <= 10; i++) {
      departments.file(FORM.formatted(i));
    }
    await().until(() -> departments.hub.calls() > 0);
    departments.clock("2018-07-02T09:30:00+08:00");
    departments.stop();
    departments.hub.hearAgain();

    departments.start();

    assertThat(departments.book("housing")).hasSize(10);
    assertThat(departments.control("GET", "/clock", "").path("business").asText())
        .startsWith("2018-07-02T09:30");
    departments.clock("2018-07-04T08:30:00+08:00");
    await()
        .untilAsserted(
            () -> assertThat(departments.book("housing")).allSatisfy(this::isAcknowledged));
    for (int i = 1; i <= 10; i++) {
      assertThat(departments.hub.callsAbout("310101-20180702-%06d/1".formatted(i)))
          .extracting(call -> call.path("zt").asText())
          .contains("SHZ", "BJ");
    }
  }

  private void isAcknowledged(JsonNode entry) {
    assertThat(entry.path("verdict").asText()).isEqualTo("APPROVED");
    assertThat(entry.path("told").asInt()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void anIncompleteLastLineOfTheStoreIsCutOff() throws Exception {
    departments.file(FORM.formatted(1));
    departments.stop();
    Path store = departments.stores().resolve("housing.jsonl");
    Files.writeString(store, "{\"number\":2,\"serial\":\"BZ2018", StandardOpenOption.APPEND);

    departments.start();
    departments.file(FORM.formatted(2));
    departments.stop();
    departments.start();

    assertThat(departments.book("housing"))
        .extracting(entry -> entry.path("serial").asText())
        .containsExactly("BZ20180000001", "BZ20180000002");
  }

  @Test
  void aKilledProcessHasStoredEverythingThatItAnswered() throws Exception {
    departments.stop();
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Simulators.class.getName(),
                "--port=0",
                "--hub=http://127.0.0.1:1",
                "--secrets=" + departments.secrets(),
                "--stores=" + departments.stores(),
                "--only=human-resources")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).startsWith("simulators: listening at ");
      String address = line.substring("simulators: listening at ".length());
      byte[] envelope = Departments.envelope("user-token", ROOT).getBytes(Departments.GB18030);
      HttpRequest request =
          Departments.soap(URI.create(address + "/human-resources"), envelope).build();
      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
    } finally {
      process.destroyForcibly().waitFor();
    }

    departments.start();

    assertThat(departments.book("human-resources")).hasSize(1);
  }

  @Test
  void aMissingSecretIsNamedAtStart() throws Exception {
    departments.stop();
    Files.delete(departments.secrets().resolve("simulator-control"));

    assertThatThrownBy(departments::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the secret 'simulator-control' is missing");
  }

  @Test
  void theControlPortRefusesACallWithoutItsSecret() throws Exception {
    var none = departments.send(departments.to("/control/messages/housing"));
    var wrong = departments.send(departments.to("/control/health").header("X-Control", "x"));

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @Test
  void anUnknownFaultIsRefusedByName() throws Exception {
    assertThatThrownBy(() -> departments.fault("housing", "mood", ""))
        .hasMessageContaining("no such fault: mood");
    assertThatThrownBy(() -> departments.fault("no-such-office", "down", ""))
        .hasMessageContaining("no such back-end: no-such-office");
  }
}
