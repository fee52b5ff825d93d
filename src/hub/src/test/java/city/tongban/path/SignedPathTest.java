package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two departments that want each call signed, one by HMAC-SM3, one by SM2: what is theirs alone.
 */
class SignedPathTest {
  private static final String FEDERATION = "disabled-federation";
  private static final String BUREAU = "economy-informatisation";
  private static final String NAME = "𠮷川·艾山䶮";
  private static final String ME = "centre-" + CENTRE;
  private static final Duration SOON = Duration.ofMinutes(2);
  private final RunningHub hub = RunningHub.get();

  @BeforeEach
  void open() {
    hub.inOfficeHours();
  }

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @ParameterizedTest
  @ValueSource(strings = {FEDERATION, BUREAU})
  void aRareNameArrivesAndTheCaseIsDecidedAtOnce(String backEnd) {
    String number = hub.receipted(Applications.named(Applications.good(backEnd), NAME));

    await().atMost(SOON).until(() -> in(number, "DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.book(backEnd, number))
        .singleElement()
        .returns(NAME, entry -> entry.get("name").asText())
        .returns("11010519491231002X", entry -> entry.get("idNumber").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
  }

  @Covers(
      value = ContractCase.REFUSED,
      backEnds = {"disabled-federation", "economy-informatisation"})
  @Test
  void aRefusalByTheDepartmentIsAResultWithItsReason() {
    String mild = hub.receipted(Applications.trafficAllowance(4));
    String hears = hub.receipted(Applications.informationCard(1));
    String bank = hub.receipted(Applications.socialCard("村镇银行"));

    await().atMost(SOON).until(() -> in(mild, "DECIDED") && in(bank, "DECIDED"));
    await().atMost(SOON).until(() -> in(hears, "REFUSED"));

    assertThat(hub.caseOf(mild).get("outcome").asText()).isEqualTo("REJECTED");
    assertThat(hub.caseOf(mild).get("reason").asText()).isEqualTo("四级残疾不在交通补贴范围");
    assertThat(hub.caseOf(hears).get("reason").asText()).isEqualTo("非听力、言语残疾");
    assertThat(hub.caseOf(bank).get("reason").asText()).isEqualTo("该银行不发行社会保障卡");
  }

  @Covers(value = ContractCase.CHARSET, backEnds = "disabled-federation")
  @Test
  void anAnswerInAnotherCharsetThanItDeclaresIsReadAndTheTrailSaysSo() {
    String number = hub.receipted(Applications.informationCard(2));

    await().atMost(SOON).until(() -> in(number, "DECIDED"));

    JsonNode stop = stop(number, "accepted");
    assertThat(stop.get("detail").asText())
        .isEqualTo("approved; the bytes are GB18030, not the charset that the reply declares");
    assertThat(stop.toString()).contains("application/xml;charset=GB18030");
  }

  @Covers(
      value = ContractCase.CREDENTIAL,
      backEnds = {"disabled-federation", "economy-informatisation"})
  @ParameterizedTest
  @ValueSource(strings = {FEDERATION, BUREAU})
  void aRefusedSignatureIsTriedAgain(String backEnd) {
    hub.fault(backEnd, "wrong-credential", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> in(number, "DECIDED"));

    assertThat(codes(number)).containsExactly("HUB-4013");
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {FEDERATION, BUREAU})
  void aFullCounterRefusesAndTheMessageIsSentAgain(String backEnd) {
    hub.fault(backEnd, "busy", 1);
    String number = hub.receipted(Applications.good(backEnd));

    await().atMost(SOON).until(() -> in(number, "DECIDED"));

    assertThat(codes(number)).containsExactly("HUB-4012");
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  @Test
  void anUnsignedAnswerIsNotTrustedAndTheCaseIsDeliveredOnce() {
    hub.fault(BUREAU, "wrong-signature", 1);
    String number = hub.receipted(Applications.good(BUREAU));

    await().atMost(SOON).until(() -> in(number, "DECIDED"));

    assertThat(codes(number)).containsExactly("HUB-4030");
    assertThat(hub.book(BUREAU, number)).hasSize(1);
    String evidence = stop(number, "failed").get("id").asText();
    assertThat(hub.get("/api/v1/trail/" + evidence + "/in", "operator").body())
        .contains("\"slh\":\"JX2018");
  }

  @Test
  void anAnswerSignedByAnUnknownKeyDecidesNothing() throws IOException {
    Path theirs = hub.secretFile(BUREAU + "-theirs");
    String right = Files.readString(theirs);
    Files.writeString(theirs, Files.readString(hub.secretFile(BUREAU + "-public")));
    try {
      String number = hub.receipted(Applications.good(BUREAU));
      await().atMost(SOON).until(() -> !codes(number).isEmpty());

      assertThat(codes(number)).containsOnly("HUB-4030");
      assertThat(hub.caseOf(number).get("state").asText()).isNotEqualTo("DECIDED");
      Files.writeString(theirs, right);
      await().atMost(SOON).until(() -> in(number, "DECIDED"));
      assertThat(hub.book(BUREAU, number)).hasSize(1);
    } finally {
      Files.writeString(theirs, right);
    }
  }

  @Test
  void noPersonalFieldIsReadableInWhatIsSent() {
    String number = hub.receipted(Applications.named(Applications.good(BUREAU), NAME));
    await().atMost(SOON).until(() -> in(number, "DECIDED"));

    String sent = stop(number, "attempt-began").get("id").asText();
    HttpResponse<String> payload = hub.get("/api/v1/trail/" + sent + "/out", "operator");

    assertThat(payload.body())
        .contains("\"xm\":\"{SM4}", number)
        .doesNotContain(NAME, "11010519491231002X", "13800138000");
  }

  @ParameterizedTest
  @ValueSource(strings = {FEDERATION, BUREAU})
  void aWithdrawalThatFollowsComesTooLate(String backEnd) {
    hub.fault(backEnd, "slow", 1);
    String number = hub.receipted(Applications.good(backEnd));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);

    HttpResponse<String> asked =
        hub.post(
            "/api/v1/cases/" + number + "/withdrawal",
            ME,
            Map.of("messageId", UUID.randomUUID().toString(), "reason", "申请人改变主意"));

    assertThat(asked.statusCode()).isEqualTo(202);
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 2);
    assertThat(hub.book(backEnd, number))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("APPROVED", "TOO_LATE");
    await().atMost(SOON).until(() -> in(number, "DECIDED"));
  }

  @Test
  void aCaseForAClosedCounterWaitsForItsOpening() {
    OffsetDateTime evening = hub.now().withHour(18).withMinute(0).withSecond(1).withNano(0);
    hub.step(evening);
    String number = hub.receipted(Applications.good(FEDERATION));

    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("WAITING");
    await()
        .atMost(SOON)
        .until(() -> hub.delivery(number).path("reason").asText().startsWith("opens at "));
    assertThat(hub.book(FEDERATION, number)).isEmpty();
    hub.inOfficeHours();
    await().atMost(SOON).until(() -> in(number, "DECIDED"));
    assertThat(hub.book(FEDERATION, number)).hasSize(1);
  }

  private boolean in(String number, String state) {
    return hub.caseOf(number).get("state").asText().equals(state);
  }

  /** Of attempts that failed. */
  private List<String> codes(String number) {
    List<String> codes = new ArrayList<>();
    for (JsonNode stop : stops(number)) {
      if (stop.get("event").asText().equals("failed")) {
        codes.add(stop.get("problem").get("code").asText());
      }
    }
    return codes;
  }

  private JsonNode stop(String number, String event) {
    for (JsonNode stop : stops(number)) {
      if (stop.get("event").asText().equals(event)) {
        return stop;
      }
    }
    throw new AssertionError("no stop " + event);
  }

  private JsonNode stops(String number) {
    return hub.read("/api/v1/cases/" + number + "/trail", ME).get("stops");
  }
}
