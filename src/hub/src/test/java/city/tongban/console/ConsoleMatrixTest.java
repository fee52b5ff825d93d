package city.tongban.console;

import static city.tongban.path.ConsoleHttpClient.location;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.account.ConsoleEndpoints;
import city.tongban.path.Applications;
import city.tongban.path.ConsoleHttpClient;
import city.tongban.path.RunningHub;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every role at every door of the console. The doors are counted on the running hub, so a new page
 * fails here until this table says who gets what from it.
 */
class ConsoleMatrixTest {
  private static final List<String> ROLES = List.of("operator", "engineer", "auditor");

  /** What the operator, the engineer and the auditor get. */
  private static final Map<String, List<Integer>> EXPECTED =
      Map.ofEntries(
          entry("GET /console", List.of(200, 200, 200)),
          entry("GET /console/live", List.of(200, 200, 200)),
          entry("GET /console/search", List.of(404, 404, 404)), // nothing was typed
          entry("POST /console/people", List.of(200, 200, 200)),
          entry("GET /console/runbook", List.of(200, 200, 200)),
          entry("GET /console/cases/{number}", List.of(200, 200, 200)),
          entry("GET /console/questions/{number}", List.of(404, 404, 404)), // a case is no question
          entry("GET /console/cases/{number}/canonical", List.of(403, 200, 200)),
          entry("GET /console/cases/{number}/compare", List.of(403, 200, 200)),
          entry("POST /console/cases/{number}/persons", List.of(403, 200, 200)),
          entry("GET /console/stops/{id}", List.of(302, 302, 302)), // to its case
          entry("GET /console/stops/{id}/{way:in|out}", List.of(403, 200, 200)),
          entry("GET /console/stops/{id}/{way:in|out}/raw", List.of(403, 200, 200)),
          entry("GET /console/deliveries", List.of(200, 200, 200)),
          entry("POST /console/deliveries/{number}/{sequence}/resend", List.of(302, 403, 403)),
          entry("POST /console/deliveries/{number}/{sequence}/cancel", List.of(302, 403, 403)),
          entry("GET /console/back-ends", List.of(200, 200, 200)),
          entry("POST /console/back-ends/{backEnd}/probe", List.of(302, 302, 403)),
          entry("GET /console/faults", List.of(403, 200, 403)),
          entry("POST /console/faults", List.of(403, 302, 403)),
          entry("POST /console/faults/clear", List.of(403, 302, 403)),
          entry("GET /console/readings", List.of(403, 403, 200)));

  private static final String REFUSED = "ANY /console/refused";

  private static RunningHub hub;
  private static Map<String, ConsoleHttpClient> visitors;
  private static String number;
  private static String stop;

  @BeforeAll
  static void oneCase() {
    hub = RunningHub.get();
    visitors = ROLES.stream().collect(Collectors.toMap(role -> role, ConsoleHttpClient::as));
    number = hub.receipted(Applications.lease(5200));
    stop =
        hub.read("/api/v1/cases/" + number + "/trail", "operator")
            .path("stops")
            .findParents("in")
            .get(0)
            .path("id")
            .asText();
  }

  static Stream<Arguments> everyRoleAtEveryDoor() {
    return EXPECTED.entrySet().stream()
        .flatMap(
            row ->
                Stream.of(0, 1, 2)
                    .map(i -> Arguments.of(row.getKey(), ROLES.get(i), row.getValue().get(i))));
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @MethodSource("everyRoleAtEveryDoor")
  void getsWhatTheTableSays(String endpoint, String role, int status) {
    HttpResponse<String> answer = knock(visitors.get(role), endpoint);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(location(answer)).doesNotContain("/console/login");
    if (status == 403) {
      assertThat(answer.body()).contains("HUB-1050").contains("</html>");
    }
  }

  @ParameterizedTest
  @MethodSource("doors")
  void whoHasNotLoggedInIsSentToTheLogIn(String endpoint) {
    HttpResponse<String> answer = knock(new ConsoleHttpClient(), endpoint);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(location(answer)).contains("/console/login");
  }

  static Set<String> doors() {
    return new TreeSet<>(EXPECTED.keySet());
  }

  @Test
  void everyEndpointOfTheConsoleHasARow() {
    Set<String> rows = doors();
    rows.add(REFUSED);

    assertThat(endpoints()).isEqualTo(rows);
  }

  @Test
  void theDoorsAreExactlyTheEndpoints() {
    Set<String> doors =
        ConsoleEndpoints.RULES.all().stream()
            .map(door -> door.method() + " " + door.path().getPatternString())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(doors).isEqualTo(doors());
  }

  @Test
  void whatIsNoDoorDoesNotExistForAnybody() {
    for (ConsoleHttpClient visitor : visitors.values()) {
      for (String path : List.of("/console/refused", "/console/nothing", "/console/stops")) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(404);
        assertThat(answer.body()).contains("HUB-1030").contains("</html>");
      }
    }
  }

  private static HttpResponse<String> knock(ConsoleHttpClient visitor, String endpoint) {
    String[] parts = endpoint.split(" ", 2);
    String path =
        parts[1]
            .replace("{number}", number)
            .replace("{sequence}", "1")
            .replace("{backEnd}", "grain")
            .replace("{id}", stop)
            .replace("{way:in|out}", "in");
    if (path.endsWith("/compare")) {
      path += "?left=canonical&right=" + stop + ".in";
    }
    return parts[0].equals("GET")
        ? visitor.get(path)
        : visitor.post(path, Map.of("reason", "the matrix asks", "seen", "then"));
  }

  private static Set<String> endpoints() {
    return hub.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(
            info ->
                info.getPatternValues().stream()
                    .map(
                        path ->
                            info.getMethodsCondition().getMethods().stream()
                                    .map(Enum::name)
                                    .findFirst()
                                    .orElse("ANY")
                                + " "
                                + path))
        .filter(endpoint -> endpoint.contains(" /console"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
