package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold of a back-end that takes the same call twice and cannot be asked ({@code doubt:
 * person}): nothing is sent again unless a person says so.
 */
class UnconfirmedContractTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final String ME = "centre-" + CENTRE;
  private final RunningHub hub = RunningHub.get();

  static Stream<String> backEnds() {
    return ShippedConnectors.at(Map.of()).all().stream()
        .filter(connector -> connector.doubt() == Doubt.PERSON && connector.batch() == null)
        .map(Connector::backEnd);
  }

  @BeforeEach
  void open() {
    hub.inOfficeHours();
  }

  @AfterEach
  void behaveAgain() {
    backEnds().forEach(backEnd -> hub.proxy(backEnd).reconnect());
    hub.noFaults();
  }

  @Covers(ContractCase.RESET)
  @ParameterizedTest
  @MethodSource("backEnds")
  void aLostAnswerIsLeftToAPerson(String backEnd) {
    hub.fault(backEnd, "lost-answer", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> in(number, "UNCONFIRMED"));

    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(hub.delivery(number).get("attempts").asInt()).isOne();
    assertThat(hub.delivery(number).get("errorCode").asText()).isEqualTo("HUB-4011");
    assertThat(hub.read("/api/v1/deliveries?state=UNCONFIRMED&backEnd=" + backEnd, "operator"))
        .anyMatch(listed -> listed.toString().contains(number));
  }

  @Covers(ContractCase.SILENT)
  @ParameterizedTest
  @MethodSource("backEnds")
  void aSilentBackEndTimesOutAndTheDeliveryIsLeftToAPerson(String backEnd) {
    hub.fault(backEnd, "silent", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> in(number, "UNCONFIRMED"));

    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  /** The call that was under way is a person's; what finds nobody goes again by itself. */
  @Covers(ContractCase.RESTARTED)
  @ParameterizedTest
  @MethodSource("backEnds")
  void aDepartmentThatRestartsInTheMiddleOfACallLosesNothing(String backEnd) {
    hub.slow(backEnd, Duration.ofSeconds(2));
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);

    hub.proxy(backEnd).disconnect();
    String another = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> !hub.delivery(another).path("reason").asText().isEmpty());
    hub.proxy(backEnd).reconnect();

    await().atMost(SOON).until(() -> in(another, "ANSWERED") && in(number, "UNCONFIRMED"));
    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(hub.book(backEnd, another)).hasSize(1);
  }

  @Covers(ContractCase.KILLED)
  @ParameterizedTest
  @MethodSource("backEnds")
  void theDeliveryOfANodeThatDiedBetweenCallAndMarkIsLeftToAPerson(String backEnd) {
    hub.fault(backEnd, "silent", 1);
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);

    hub.expireLease(number);
    await().atMost(SOON).until(() -> in(number, "UNCONFIRMED"));

    assertThat(hub.delivery(number).get("reason").asText())
        .isEqualTo("the hub stopped in the middle of attempt 1");
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("backEnds")
  void aDeliveryThatAPersonFoundNotToHaveArrivedIsSentAgain(String backEnd) {
    hub.fault(backEnd, "reset", 1);
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> in(number, "UNCONFIRMED"));
    assertThat(hub.book(backEnd, number)).isEmpty();

    assertThat(act(number, "resend")).isBetween(200, 204);
    await().atMost(SOON).until(() -> in(number, "ANSWERED") || in(number, "SENT"));

    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  /** Why nobody but a person may decide it: the department itself does not notice. */
  @ParameterizedTest
  @MethodSource("backEnds")
  void aDeliveryThatHadArrivedIsFiledTwice(String backEnd) {
    hub.fault(backEnd, "lost-answer", 1);
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> in(number, "UNCONFIRMED"));

    act(number, "resend");
    await().atMost(SOON).until(() -> in(number, "ANSWERED") || in(number, "SENT"));

    assertThat(hub.book(backEnd, number)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("backEnds")
  void aDeliveryThatAPersonGivesUpIsNotSentAgain(String backEnd) {
    hub.fault(backEnd, "lost-answer", 1);
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> in(number, "UNCONFIRMED"));

    act(number, "cancel");

    assertThat(in(number, "CANCELLED")).isTrue();
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  private int act(String number, String what) {
    return hub.post(
            "/api/v1/deliveries/" + number + "/1/" + what,
            "operator",
            Map.of("reason", "asked by telephone"))
        .statusCode();
  }

  private boolean in(String number, String state) {
    return hub.delivery(number).get("state").asText().equals(state);
  }
}
