package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.account.Accounts;
import city.tongban.account.Role;
import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day's work at the console in a real browser. */
class WorkBrowserTest {
  private static final String PASSWORD = "fifteen characters and more";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningHub hub = RunningHub.get();

  @ParameterizedTest(name = "{0} px, {1}")
  @CsvSource({"1280,zh", "390,en"})
  void anEngineerFindsACaseReadsAStopAndComparesItsTexts(int width, String language) {
    String number = Scenes.delivered();
    try (Visit engineer = Visit.as("engineer", width, language)) {
      engineer.page().fill("input[name=q] >> visible=true", number);
      engineer.page().press("input[name=q] >> visible=true", "Enter");
      engineer.page().waitForURL("**/console/cases/" + number);
      assertThat(engineer.find("main").innerText()).contains("欧**").doesNotContain("欧阳娜娜");

      String stop = "#stop-" + Scenes.stop(number, "received");
      engineer.find(stop + " .payload summary").first().click();
      engineer.find(stop + " .payload pre").first().waitFor();
      assertThat(engineer.find(stop + " .payload pre").first().innerText()).contains("欧阳娜娜");

      engineer.find("#stop-" + Scenes.stop(number, "attempt-began") + " .pair a").click();
      engineer.page().waitForURL("**/compare?**");
      assertThat(engineer.find(".diff del").count()).isPositive();
      assertThat(engineer.find(".diff ins").count()).isPositive();
      engineer.nothingToComplainOf();
    }
    assertThat(Scenes.stops(number, "payload-read")).isPositive();
  }

  @ParameterizedTest(name = "{0} px, {1}")
  @CsvSource({"1280,zh", "390,en"})
  void anOperatorSendsAParkedDeliveryAgainWithAReason(int width, String language) {
    String number = Scenes.parked(Applications.lease(5300));
    try (Visit operator = Visit.as("operator", width, language)) {
      operator.open("/console/cases/" + number);
      operator.find(".troubles .act summary").click();
      operator.find(".troubles input[name=reason]").fill("凭据已更新 <b>&");
      operator.find(".troubles .act-buttons button").first().click();

      operator.find(".done").waitFor();
      assertThat(operator.at()).isEqualTo("/console/cases/" + number);
      await().atMost(PATIENCE).until(() -> Scenes.stops(number, "resent") == 1);
      operator.open("/console/cases/" + number);
      assertThat(operator.find(".timeline").innerText()).contains("凭据已更新 <b>&");

      operator.find(".bar-out button").click();
      operator.page().waitForURL("**/console/login?logout");
      operator.open("/console");
      assertThat(operator.at()).startsWith("/console/login");
      operator.nothingToComplainOf();
    }
  }

  @Test
  void anOperatorGivesADeliveryUpFromTheList() {
    String number = Scenes.parked(Applications.lease(5310));
    try (Visit operator = Visit.as("operator", 1280, "zh")) {
      operator.open("/console/deliveries");
      var row = operator.find(".trouble:has(a[href*='" + number + "'])");
      row.locator("summary").click();
      row.locator("input[name=reason]").fill("申请人已改到窗口办理");
      row.locator("button.danger").click();

      operator.find(".done").waitFor();
      assertThat(operator.at()).isEqualTo("/console/deliveries");
      assertThat(Scenes.deliveryState(number)).isEqualTo("CANCELLED");
    }
  }

  @Test
  void ofTwoOperatorsWhoSendTheSameDeliveryAgainTheSecondIsToldSo() {
    String number = Scenes.parked(Applications.lease(5320));
    try (Visit first = Visit.as("operator", 1280, "zh");
        Visit second = Visit.as("operator", 1280, "en")) {
      for (Visit visit : new Visit[] {first, second}) {
        visit.open("/console/cases/" + number);
        visit.find(".troubles .act summary").click();
        visit.find(".troubles input[name=reason]").fill("their credential is mended");
      }

      first.find(".troubles .act-buttons button").first().click();
      first.find(".done").waitFor();
      second.find(".troubles .act-buttons button").first().click();
      second.find(".undone").waitFor();

      assertThat(second.find(".undone").innerText())
          .contains("HUB-4003")
          .contains("a colleague was faster");
      assertThat(Scenes.stops(number, "resent")).isEqualTo(1);
    }
  }

  @Test
  void anActAfterTheSessionHasEndedIsNotDoneAndTheOperatorComesBackToHisPlace() {
    String number = Scenes.parked(Applications.lease(5330));
    String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    Accounts accounts = hub.context().getBean(Accounts.class);
    accounts.add(name, Role.OPERATOR, PASSWORD);
    try (Visit operator = Visit.of(1280, "zh").logIn(name, PASSWORD)) {
      operator.open("/console/cases/" + number);
      operator.find(".troubles .act summary").click();
      operator.find(".troubles input[name=reason]").fill("太晚了");
      accounts.reset(name, PASSWORD);

      operator.find(".troubles .act-buttons button").first().click();
      operator.page().waitForURL("**/console/login?undone");
      assertThat(operator.find("[role=alert]").innerText()).contains("未执行");
      assertThat(Scenes.deliveryState(number)).isEqualTo("PARKED");

      operator.logIn(name, PASSWORD);
      operator.page().waitForURL("**/console/cases/" + number);
      operator.nothingToComplainOf();
    }
  }

  @Test
  void aPayloadAskedForAfterTheSessionHasEndedLeadsToTheLogInAndBackToItsStop() {
    String number = Scenes.delivered();
    String stop = Scenes.stop(number, "received");
    String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    Accounts accounts = hub.context().getBean(Accounts.class);
    accounts.add(name, Role.ENGINEER, PASSWORD);
    try (Visit engineer = Visit.of(1280, "zh").logIn(name, PASSWORD)) {
      engineer.open("/console/cases/" + number + "#stop-" + stop);
      accounts.reset(name, PASSWORD);

      engineer.find("#stop-" + stop + " .payload summary").first().click();
      engineer.page().waitForURL("**/console/login?expired");
      assertThat(engineer.find("#stop-" + stop).count()).isZero();

      engineer.logIn(name, PASSWORD);
      engineer.page().waitForURL("**/console/cases/" + number + "#stop-" + stop);
    }
  }

  @Test
  void unmaskingAPersonTakesAReasonAndTheAuditorSeesIt() {
    String number = Scenes.delivered();
    try (Visit engineer = Visit.as("engineer", 1280, "zh");
        Visit auditor = Visit.as("auditor", 1280, "zh")) {
      engineer.open("/console/cases/" + number);
      engineer.find("#persons summary").click();
      engineer.find("#persons input[name=reason]").fill("部门来电核对姓名");
      engineer.find("#persons button").click();
      engineer.find("#persons .person-name").waitFor();
      assertThat(engineer.find("#persons").innerText()).contains("欧阳娜娜");

      auditor.open("/console/readings");
      assertThat(auditor.find(".reads").innerText())
          .contains("engineer")
          .contains("部门来电核对姓名")
          .contains(number);
    }
  }

  @Test
  void aLinkFromElsewhereLogsNobodyOut() {
    String number = Scenes.delivered();
    try (Visit engineer = Visit.as("engineer", 1280, "zh")) {
      engineer.page().navigate("about:blank");
      engineer
          .page()
          .setContent(
              "<a href='%s'>x</a>".formatted(hub.address().resolve("/console/cases/" + number)));
      engineer.page().click("a");
      engineer.find(".timeline").waitFor();

      assertThat(engineer.at()).isEqualTo("/console/cases/" + number);
    }
  }
}
