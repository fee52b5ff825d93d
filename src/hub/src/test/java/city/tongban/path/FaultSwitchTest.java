package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults are switched from the console and by the command's door, and an auditor sees who did. */
class FaultSwitchTest {
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void anEngineerSwitchesAFaultOnSeesItAndTakesItAway() {
    ConsoleHttpClient engineer = ConsoleHttpClient.as("engineer");

    engineer.post(
        "/console/faults",
        Map.of("backEnd", "housing", "fault", "slow", "extent", "count", "number", "2"));
    String page = engineer.get("/console/faults").body();

    assertThat(hub.faultsLeft("housing").toString()).contains("slow").contains("2");
    assertThat(page).contains("还有 2 次调用").contains("已启用");

    engineer.post("/console/faults/clear", Map.of("backEnd", "housing", "fault", "slow"));

    assertThat(hub.faultsLeft("housing")).isEmpty();
    String record = ConsoleHttpClient.as("auditor").get("/console/readings").body();
    assertThat(record).contains("启用故障").contains("housing：响应慢，2 次调用").contains("解除故障");
  }

  @Test
  void aMissingNumberIsReportedAndNoFaultIsSwitched() {
    ConsoleHttpClient engineer = ConsoleHttpClient.as("engineer");

    engineer.post(
        "/console/faults", Map.of("backEnd", "housing", "fault", "slow", "extent", "count"));

    assertThat(engineer.get("/console/faults").body()).contains("HUB-1058");
    assertThat(hub.faultsLeft("housing")).isEmpty();
  }

  @Test
  void theApiSwitchesAFaultOnAndOff() {
    HttpResponse<String> set =
        hub.post(
            "/api/v1/faults",
            "operator",
            Map.of("backEnd", "grain", "fault", "slow", "percent", 5));

    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(RunningHub.json(set).at("/faults/0/percent").asInt()).isEqualTo(5);
    assertThat(hub.post("/api/v1/faults", "operator", Map.of("backEnd", "grain")).body())
        .contains("HUB-1058");
  }
}
