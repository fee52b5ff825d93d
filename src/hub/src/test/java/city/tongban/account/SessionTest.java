package city.tongban.account;

import static city.tongban.path.ConsoleHttpClient.location;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.path.Applications;
import city.tongban.path.ConsoleHttpClient;
import city.tongban.path.RunningHub;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a log-in is worth, and for how long, at the running hub. */
class SessionTest {
  private static final String PASSWORD = "fifteen characters and more";

  private final RunningHub hub = RunningHub.get();
  private final Accounts accounts = hub.context().getBean(Accounts.class);

  @Test
  void theCookieIsForTheServerAloneAndChangesAtTheLogIn() {
    ConsoleHttpClient visitor = new ConsoleHttpClient();
    String before = cookie(visitor.get("/console/login"));
    HttpResponse<String> entered = visitor.logIn("operator", hub.consolePassword("operator"));

    assertThat(cookie(entered)).contains("HttpOnly").contains("SameSite=Strict");
    assertThat(session(cookie(entered))).isNotEqualTo(session(before));
  }

  @Test
  void aLoggedOutSessionOpensNothingAnyMore() {
    ConsoleHttpClient visitor = ConsoleHttpClient.as("operator");

    HttpResponse<String> out = visitor.post("/console/logout", Map.of());

    assertThat(location(out)).endsWith("/console/login?logout");
    assertThat(location(visitor.get("/console"))).contains("/console/login");
    assertThat(location(visitor.post("/console/logout", Map.of()))).contains("/console/login");
  }

  @Test
  void disablingAnAccountEndsItsSessionsAtOnce() {
    String name = account(Role.OPERATOR);
    ConsoleHttpClient visitor = entered(name);
    assertThat(visitor.get("/console").statusCode()).isEqualTo(200);

    accounts.disable(name);

    assertThat(location(visitor.get("/console"))).endsWith("/console/login?expired");
    assertThat(location(visitor.logIn(name, PASSWORD))).endsWith("/console/login?error");
  }

  @Test
  void aResetEndsTheSessionsOfTheOldPassword() {
    String name = account(Role.AUDITOR);
    ConsoleHttpClient visitor = entered(name);

    accounts.reset(name, PASSWORD + "!");

    assertThat(location(visitor.get("/console"))).endsWith("/console/login?expired");
    assertThat(location(visitor.logIn(name, PASSWORD))).endsWith("/console/login?error");
    assertThat(location(visitor.logIn(name, PASSWORD + "!"))).doesNotContain("/console/login");
  }

  @Test
  void anActAfterTheSessionHasEndedIsNotDoneAndTheWayBackIsKept() {
    String name = account(Role.OPERATOR);
    ConsoleHttpClient visitor = entered(name);
    String number = hub.receipted(Applications.lease(4100));
    String token = visitor.token();
    accounts.reset(name, PASSWORD);

    HttpResponse<String> act =
        visitor.postWith(
            token,
            "/console/deliveries/" + number + "/1/cancel",
            Map.of("reason", "too late", "from", "/console/cases/" + number));

    assertThat(location(act)).endsWith("/console/login?undone");
    assertThat(visitor.get("/console/login?undone").body()).contains("未执行");
    assertThat(location(visitor.logIn(name, PASSWORD))).endsWith("/console/cases/" + number);
    assertThat(events(number)).doesNotContain("cancelled");
  }

  @Test
  void aPartOfAPageAsksForAWholeLogInAndComesBackToItsPage() {
    String name = account(Role.ENGINEER);
    ConsoleHttpClient visitor = entered(name);
    accounts.reset(name, PASSWORD);

    HttpResponse<String> part =
        visitor.fragment(
            "/console/live", hub.address() + "/console/deliveries?backEnd=housing#here");

    assertThat(part.body()).isEmpty();
    assertThat(part.headers().firstValue("HX-Redirect")).contains("/console/login?expired");
    assertThat(location(visitor.logIn(name, PASSWORD)))
        .endsWith("/console/deliveries?backEnd=housing#here");
  }

  @Test
  void theWayBackNeverLeadsElsewhere() {
    String name = account(Role.OPERATOR);
    for (String place : new String[] {"https://evil.example/", "//evil.example", "/consolex"}) {
      ConsoleHttpClient visitor = entered(name);
      String token = visitor.token();
      accounts.reset(name, PASSWORD);
      visitor.postWith(
          token,
          "/console/deliveries/310101-20180702-000001/1/resend",
          Map.of("reason", "x", "from", place));

      assertThat(location(visitor.logIn(name, PASSWORD))).endsWith("/console");
    }
  }

  @Test
  void aFormWithoutThePagesTokenDoesNothing() {
    ConsoleHttpClient visitor = ConsoleHttpClient.as("operator");
    String number = hub.receipted(Applications.lease(4200));

    HttpResponse<String> act =
        visitor.postWith(
            "forged",
            "/console/deliveries/" + number + "/1/cancel",
            Map.of("reason", "forged", "from", "/console"));

    assertThat(act.statusCode()).isEqualTo(403);
    assertThat(act.body()).contains("HUB-1051");
    assertThat(events(number)).doesNotContain("cancelled");
  }

  private String account(Role role) {
    String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    accounts.add(name, role, PASSWORD);
    return name;
  }

  private static ConsoleHttpClient entered(String name) {
    ConsoleHttpClient visitor = new ConsoleHttpClient();
    assertThat(location(visitor.logIn(name, PASSWORD))).doesNotContain("/console/login");
    return visitor;
  }

  private java.util.List<String> events(String number) {
    return hub.context()
        .getBean(JdbcClient.class)
        .sql("select event from trail where case_number = ?")
        .param(number)
        .query(String.class)
        .list();
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("JSESSIONID"))
        .findFirst()
        .orElse("");
  }

  private static String session(String cookie) {
    return cookie.split(";")[0];
  }
}
