package city.tongban.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.partner.ApiEndpoints;
import city.tongban.path.Applications;
import city.tongban.path.RunningHub;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody at every door. The doors are counted on the running hub, so a new endpoint fails here
 * until this table says who gets what from it.
 */
class AccessMatrixTest {
  private static final String GARBAGE = "garbage-" + "x".repeat(36);

  /**
   * What each gets: the centre whose case it is, another centre, its back-end, another one, the
   * operator, the administrator, the engineer.
   */
  private record Row(
      int own,
      int otherCentre,
      int backEnd,
      int otherBackEnd,
      int operator,
      int administrator,
      int engineer) {
    Row(int own, int otherCentre, int backEnd, int otherBackEnd, int operator) {
      this(own, otherCentre, backEnd, otherBackEnd, operator, 403, 403);
    }

    int of(String who) {
      return switch (who) {
        case "own centre" -> own;
        case "other centre" -> otherCentre;
        case "own back-end" -> backEnd;
        case "other back-end" -> otherBackEnd;
        case "operator" -> operator;
        case "administrator" -> administrator;
        case "engineer" -> engineer;
        default -> 401; // nobody, a garbage token, and the console's cookie are all nobody here
      };
    }
  }

  private static final Row OPERATOR_READS = new Row(403, 403, 403, 403, 200);

  /** An operator's act without a reason: the door opens, the act is refused. */
  private static final Row OPERATOR_ACTS = new Row(403, 403, 403, 403, 400);

  private static final Row OWNERS_READ = new Row(200, 404, 200, 404, 200);

  private static final Row NOBODYS = new Row(404, 404, 404, 404, 404);

  private static final Map<String, Row> EXPECTED =
      Map.ofEntries(
          entry("POST /api/v1/cases", new Row(400, 400, 403, 403, 403)), // {} is no application
          entry("GET /api/v1/cases/{number}", OWNERS_READ),
          entry("GET /api/v1/cases/{number}/trail", OWNERS_READ),
          entry("POST /api/v1/cases/{number}/withdrawal", new Row(202, 404, 403, 403, 403)),
          entry("POST /api/v1/queries", new Row(400, 400, 403, 403, 403)),
          // a case is no question; whose a question is, QueryTest asks
          entry("GET /api/v1/queries/{number}", NOBODYS),
          entry("GET /api/v1/queries/{number}/trail", NOBODYS),
          entry("GET /api/v1/trail/{id}", OWNERS_READ),
          entry("GET /api/v1/trail/{id}/in", OPERATOR_READS),
          entry("GET /api/v1/trail/{id}/out", OPERATOR_READS),
          entry("GET /api/v1/centres/{code}/inbox", new Row(200, 403, 403, 403, 403)),
          entry("GET /api/v1/centres/{code}/web-hook", new Row(404, 403, 403, 403, 403)),
          entry("PUT /api/v1/centres/{code}/web-hook", new Row(400, 403, 403, 403, 403)),
          entry("DELETE /api/v1/centres/{code}/web-hook", new Row(204, 403, 403, 403, 403)),
          entry("GET /api/v1/web-hooks", OPERATOR_READS),
          entry("POST /api/v1/web-hooks/{code}/resend", OPERATOR_ACTS),
          entry("POST /api/v1/web-hooks/{code}/skip", OPERATOR_ACTS),
          entry("POST /api/v1/back-ends/{backEnd}/results", new Row(403, 403, 422, 403, 403)),
          entry("POST /api/v1/back-ends/{backEnd}/probe", OPERATOR_READS), // it changes nothing
          entry("GET /api/v1/deliveries", OPERATOR_READS),
          entry("POST /api/v1/deliveries/{caseNumber}/{sequence}/resend", OPERATOR_ACTS),
          entry("POST /api/v1/deliveries/{caseNumber}/{sequence}/cancel", OPERATOR_ACTS),
          entry("GET /api/v1/faults", OPERATOR_READS),
          entry("POST /api/v1/faults", new Row(403, 403, 403, 403, 422)), // {} is no fault
          entry("DELETE /api/v1/faults", OPERATOR_READS),
          entry("GET /api/v1/sum", OPERATOR_READS),
          entry("GET /api/v1/clock", OPERATOR_READS),
          entry("POST /api/v1/clock", OPERATOR_ACTS),
          entry("GET /api/v1/clock/next-due", OPERATOR_READS),
          entry("GET /api/v1/accounts", administrator(200)),
          entry("POST /api/v1/accounts", administrator(400)), // {} is no account
          entry("POST /api/v1/accounts/{name}/disable", administrator(404)),
          entry("POST /api/v1/accounts/{name}/reset", administrator(400)),
          entry("GET /api/v1/connectors/{backEnd}/versions", engineer(200, 200)),
          entry("POST /api/v1/connectors/{backEnd}/versions", engineer(403, 422)), // no bundle
          entry("GET /api/v1/connectors/{backEnd}/versions/{version}", engineer(403, 404)),
          entry("POST /api/v1/connectors/{backEnd}/activation", engineer(403, 400)),
          entry("POST /api/v1/connectors/{backEnd}/rollback", engineer(403, 400)),
          entry("POST /api/v1/connectors/{backEnd}/replay", engineer(403, 422)), // no bundle
          entry("POST /api/v1/recordings", engineer(403, 400)),
          // the answers are faults: for the centres one of SOAP's own, for the others the door's
          entry("POST /services/intake", new Row(500, 500, 403, 403, 403)));

  private static Row administrator(int status) {
    return new Row(403, 403, 403, 403, 403, status, 403);
  }

  private static Row engineer(int operator, int engineer) {
    return new Row(403, 403, 403, 403, operator, 403, engineer);
  }

  private static final String PUBLIC = "GET /api/v1/health";

  private static RunningHub hub;
  private static Doorbell bell;
  private static Doorbell console;
  private static String number;
  private static String stop;

  @BeforeAll
  static void oneCase() {
    hub = RunningHub.get();
    bell = new Doorbell();
    console = new Doorbell().loggedIn();
    number = hub.receipted(Applications.lease(5200));
    stop =
        hub.read("/api/v1/cases/" + number + "/trail", "operator")
            .path("stops")
            .findParents("out")
            .get(0)
            .path("id")
            .asText();
  }

  static Stream<Arguments> everybodyAtEveryDoor() {
    return EXPECTED.entrySet().stream()
        .flatMap(
            row ->
                Stream.of(
                        "nobody",
                        "garbage token",
                        "console cookie",
                        "own centre",
                        "other centre",
                        "own back-end",
                        "other back-end",
                        "operator",
                        "administrator",
                        "engineer")
                    .map(who -> Arguments.of(row.getKey(), who, row.getValue().of(who))));
  }

  @ParameterizedTest(name = "{0} by {1}: {2}")
  @MethodSource("everybodyAtEveryDoor")
  void getsWhatTheTableSays(String endpoint, String who, int status) {
    HttpResponse<String> answer = knock(endpoint, who);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains(
              endpoint.contains(" /services/")
                  ? "text/xml;charset=UTF-8"
                  : "application/problem+json");
    }
    if (status == 401) {
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }
  }

  @Test
  void everyEndpointHasARow() {
    Set<String> rows = new TreeSet<>(EXPECTED.keySet());
    rows.add(PUBLIC);

    assertThat(Endpoints.ofPartners()).isEqualTo(rows);
  }

  @Test
  void everyEndpointOutsideTheApiIsTheConsolesOrClosedToEverybody() {
    Set<String> outside = Endpoints.all();
    outside.removeAll(Endpoints.ofPartners());
    outside.removeIf(endpoint -> endpoint.contains(" /console"));

    assertThat(outside).contains("ANY /error");
    for (String endpoint : outside) {
      String path = filled(endpoint).split(" ")[1];
      assertThat(bell.ring("GET", path, null).statusCode()).as(endpoint).isEqualTo(404);
      assertThat(bell.ring("GET", path, hub.token("operator")).statusCode())
          .as(endpoint)
          .isEqualTo(404);
      assertThat(console.ring("GET", path, null).statusCode()).as(endpoint).isEqualTo(404);
    }
  }

  @Test
  void theContractListsExactlyTheEndpoints() {
    assertThat(Endpoints.inTheContract()).isEqualTo(Endpoints.ofPartners());
  }

  @Test
  void theDoorkeeperKnowsExactlyTheEndpoints() {
    Set<String> doors =
        ApiEndpoints.RULES.all().stream()
            .map(door -> door.method() + " " + door.path().getPatternString())
            .collect(Collectors.toCollection(TreeSet::new));
    doors.add(PUBLIC);

    assertThat(doors).isEqualTo(Endpoints.ofPartners());
  }

  @Test
  void theHealthCheckIsForEverybodyAndTellsNothingElse() {
    for (String token : new String[] {null, GARBAGE, hub.token("operator")}) {
      HttpResponse<String> answer = bell.ring("GET", "/api/v1/health", token);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
  }

  static Stream<String> consolePages() {
    return Endpoints.all().stream()
        .filter(e -> e.contains(" /console") && !e.contains("/console/login"));
  }

  @ParameterizedTest
  @MethodSource("consolePages")
  void theConsoleIsOpenToNobodyWithoutItsOwnLogIn(String endpoint) {
    String[] parts = filled(endpoint).split(" ");
    String method = parts[0].equals("ANY") ? "GET" : parts[0];
    for (String token :
        new String[] {
          null, GARBAGE, hub.token("operator"), hub.token("centre-" + Applications.CENTRE)
        }) {
      HttpResponse<String> answer = bell.ring(method, parts[1], token);
      if (method.equals("GET")) {
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
            .endsWith("/console/login");
      } else {
        // without the page's token nothing is done; who had a session is told to log in
        assertThat(answer.statusCode()).isIn(302, 403);
      }
    }
    if (method.equals("GET")) {
      assertThat(console.ring(method, parts[1], null).statusCode())
          .isIn(200, 302, 403, 404); // by role: ConsoleMatrixTest
    }
  }

  private static HttpResponse<String> knock(String endpoint, String who) {
    // a case that is decided cannot be taken back, and the departments are quick
    String fresh = endpoint.endsWith("/withdrawal") ? hub.receipted(Applications.lease(1)) : number;
    String[] parts = filled(endpoint.replace("{number}", fresh)).split(" ");
    Doorbell by = who.equals("console cookie") ? console : bell;
    return by.ring(parts[0], parts[1], token(who), body(endpoint));
  }

  private static String body(String endpoint) {
    return endpoint.endsWith("/withdrawal")
        ? "{\"messageId\":\"%s\",\"reason\":\"申请人撤回\"}".formatted(UUID.randomUUID())
        : "{}";
  }

  private static String filled(String endpoint) {
    return endpoint
        .replace("{number}", number == null ? "x" : number)
        .replace("{caseNumber}", number == null ? "x" : number)
        .replace("{sequence}", "1")
        .replace("{id}", stop == null ? "x" : stop)
        .replace("{code}", Applications.CENTRE)
        .replace("{backEnd}", "housing")
        .replaceAll("\\{[^}]*}", "x");
  }

  private static String token(String who) {
    return switch (who) {
      case "nobody", "console cookie" -> null;
      case "garbage token" -> GARBAGE;
      case "own centre" -> hub.token("centre-" + Applications.CENTRE);
      case "other centre" -> hub.token("centre-31010101301");
      case "own back-end" -> hub.token("housing");
      case "other back-end" -> hub.token("human-resources");
      case "operator", "administrator", "engineer" -> hub.token(who);
      default -> throw new IllegalArgumentException(who);
    };
  }
}
