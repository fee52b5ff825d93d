package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every connector must survive; run for each folder under {@code connectors/} against its
 * simulator.
 */
class ConnectorContractTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private final RunningHub hub = RunningHub.get();

  /** As shipped, so that the matrix of the contract can ask without a hub. */
  private static final List<Connector> SHIPPED = ShippedConnectors.at(Map.of()).all();

  static Stream<String> backEnds() {
    return takingCases().map(Connector::backEnd);
  }

  /** Files have a contract of their own, and so have questions. */
  private static Stream<Connector> takingCases() {
    return SHIPPED.stream()
        .filter(connector -> connector.batch() == null && !ContractCase.onlyAsked(connector));
  }

  /** Those whose reply says something; a broker or a database only says that it keeps what came. */
  static Stream<String> answering() {
    return backEnds()
        .filter(backEnd -> !Set.of("trade-union", "civil-affairs", "archives").contains(backEnd));
  }

  /** All but those whose doubts a person settles: {@link UnconfirmedContractTest}. */
  static Stream<String> whoSettleDoubts() {
    return takingCases()
        .filter(connector -> connector.doubt() != Doubt.PERSON)
        .map(Connector::backEnd);
  }

  static Stream<String> answeringAndSettling() {
    return whoSettleDoubts().filter(backEnd -> answering().toList().contains(backEnd));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> garbling() {
    return answering()
        .flatMap(
            backEnd ->
                Stream.of("garbled", "misencoded", "oversized", "doctype")
                    .map(fault -> org.junit.jupiter.params.provider.Arguments.of(backEnd, fault)));
  }

  @BeforeEach
  void open() {
    hub.inOfficeHours();
  }

  @AfterEach
  void behaveAgain() {
    SHIPPED.forEach(connector -> hub.proxy(connector.backEnd()).reconnect());
    hub.noFaults();
  }

  @Covers(ContractCase.SENT_TWICE)
  @ParameterizedTest
  @MethodSource("backEnds")
  void aCaseSentTwiceIsDeliveredOnce(String backEnd) {
    Map<String, Object> application = Applications.good(backEnd);
    String number = hub.receipted(application);
    assertThat(hub.receipted(application)).isEqualTo(number);

    await().atMost(SOON).until(() -> sent(number));

    assertTakenOnce(backEnd, number);
  }

  @Covers(ContractCase.RESET)
  @ParameterizedTest
  @MethodSource("whoSettleDoubts")
  void aDeliveryWhoseAnswerIsLostIsAskedAboutAndNotSentTwice(String backEnd) {
    hub.fault(backEnd, "lost-answer", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> sent(number));

    assertTakenOnce(backEnd, number);
    // one to send and one to ask, unless the department's own message settled it before we asked
    assertThat(hub.delivery(number).get("attempts").asInt()).isBetween(1, 2);
  }

  @Covers(ContractCase.RESET)
  @ParameterizedTest
  @MethodSource("whoSettleDoubts")
  void aResetBeforeItWasTakenIsSentAgain(String backEnd) {
    hub.fault(backEnd, "reset", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> sent(number));

    assertTakenOnce(backEnd, number);
  }

  @Covers(ContractCase.DOWN)
  @ParameterizedTest
  @MethodSource("backEnds")
  void aBackEndThatIsDownIsTriedAgainLater(String backEnd) {
    hub.fault(backEnd, "down", 2);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> sent(number));

    assertTakenOnce(backEnd, number);
    assertThat(hub.delivery(number).get("attempts").asInt()).isGreaterThan(1);
  }

  @Covers(ContractCase.SILENT)
  @ParameterizedTest
  @MethodSource("whoSettleDoubts")
  void aSilentBackEndTimesOutAndIsThenAsked(String backEnd) {
    hub.fault(backEnd, "silent", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(Duration.ofMinutes(2)).until(() -> sent(number));

    assertTakenOnce(backEnd, number);
  }

  @Covers(ContractCase.SLOW)
  @ParameterizedTest
  @MethodSource("backEnds")
  void aSlowAnswerWithinTheTimeOutIsOneCallThatCounts(String backEnd) {
    hub.slow(backEnd, Duration.ofMillis(700));
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> sent(number));

    assertThat(hub.delivery(number).get("attempts").asInt()).isOne();
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);
  }

  @Covers(ContractCase.CREDENTIAL)
  @ParameterizedTest
  @MethodSource("backEnds")
  void aRefusedCredentialLosesNoDelivery(String backEnd) {
    hub.fault(backEnd, "wrong-credential", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> sent(number));

    assertThat(hub.delivery(number).get("attempts").asInt()).isGreaterThan(1);
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);
  }

  /** Calls that are under way break, new ones find nobody, and then they are there again. */
  @Covers(ContractCase.RESTARTED)
  @ParameterizedTest
  @MethodSource("whoSettleDoubts")
  void aDepartmentThatRestartsInTheMiddleOfACallLosesNothing(String backEnd) {
    hub.slow(backEnd, Duration.ofSeconds(2));
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> hub.delivery(number).get("attempts").asInt() == 1);

    hub.proxy(backEnd).disconnect();
    String another = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> !hub.delivery(another).path("reason").asText().isEmpty());
    hub.proxy(backEnd).reconnect();

    await().atMost(SOON).until(() -> sent(number) && sent(another));
    await().atMost(SOON).until(() -> hub.book(backEnd, another).size() == 1);
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  /** The lease of the call ends as it does when its node is not there any more. */
  @Covers(ContractCase.KILLED)
  @ParameterizedTest
  @MethodSource("whoSettleDoubts")
  void aNodeThatDiedBetweenCallAndMarkIsSettledAsTheConnectorSays(String backEnd) {
    hub.fault(backEnd, "late-result", 5);
    hub.fault(backEnd, "silent", 1);
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);

    hub.expireLease(number);

    await().atMost(SOON).until(() -> sent(number));
    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(hub.delivery(number).get("attempts").asInt()).isEqualTo(2);
  }

  @Covers({ContractCase.GARBLED, ContractCase.CHARSET, ContractCase.OVERSIZED})
  @ParameterizedTest
  @MethodSource("garbling")
  void anUnreadableAnswerParksTheDeliveryWithTheReason(String backEnd, String fault) {
    misbehave(backEnd, fault);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("PARKED"));

    assertThat(hub.delivery(number).get("errorCode").asText()).startsWith("HUB-90");
    assertThat(hub.delivery(number).get("reason").asText()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("answeringAndSettling")
  void aParkedDeliveryThatMayHaveArrivedIsAskedAboutWhenResent(String backEnd) {
    misbehave(backEnd, "garbled");
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("PARKED"));

    var resent =
        hub.post(
            "/api/v1/deliveries/" + number + "/1/resend",
            "operator",
            Map.of("reason", "their gateway is mended"));

    assertThat(resent.statusCode()).isBetween(200, 204);
    await().atMost(SOON).until(() -> sent(number));
    assertTakenOnce(backEnd, number);
  }

  @ParameterizedTest
  @MethodSource("answering")
  void aCancelledDeliveryNeverArrives(String backEnd) {
    misbehave(backEnd, "garbled");
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> hub.delivery(number).get("state").asText().equals("PARKED"));

    hub.post("/api/v1/deliveries/" + number + "/1/cancel", "operator", Map.of("reason", "双方电话确认"));

    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("CANCELLED");
  }

  @Covers(
      value = {ContractCase.DUPLICATE, ContractCase.LATE},
      backEnds = "housing")
  @ParameterizedTest
  @ValueSource(strings = {"duplicate-result", "late-result"})
  void aResultThatComesTwiceOrLateMovesTheCaseOnce(String fault) {
    hub.fault("housing", fault, 1);
    String number = hub.receipted(Applications.lease(4000));
    await().atMost(SOON).until(() -> sent(number));

    String id = UUID.randomUUID().toString();
    int first = result(number, id, "PZ");
    int again = result(number, id, "PZ");
    int other = result(number, id, "BYPZ");

    assertThat(first).isBetween(200, 202);
    assertThat(again).isEqualTo(first);
    assertThat(other).isEqualTo(409);
    assertThat(hub.read("/api/v1/cases/" + number, me()).get("outcome").asText())
        .isEqualTo("APPROVED");
  }

  /** What lies in a queue or a table of theirs is read a moment later. */
  private void assertTakenOnce(String backEnd, String number) {
    await().atMost(SOON).until(() -> !hub.book(backEnd, number).isEmpty());
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  /**
   * The department's own message would settle the delivery before we look, so it is held back a
   * while.
   */
  private void misbehave(String backEnd, String fault) {
    hub.fault(backEnd, "late-result", 5);
    hub.fault(backEnd, fault, 1);
  }

  private int result(String number, String id, String decision) {
    Map<String, Object> body =
        Map.of(
            "resultId",
            id,
            "deliveryId",
            number + "/1",
            "slh",
            hub.delivery(number).get("theirNumber").asText(),
            "zt",
            "BJ",
            "jg",
            decision,
            "bjsj",
            "2018-07-02T10:00:00+08:00");
    return hub.post("/api/v1/back-ends/housing/results", "housing", body).statusCode();
  }

  private boolean sent(String number) {
    String state = hub.delivery(number).get("state").asText();
    return state.equals("SENT") || state.equals("ANSWERED");
  }

  private static String me() {
    return "centre-" + CENTRE;
  }
}
