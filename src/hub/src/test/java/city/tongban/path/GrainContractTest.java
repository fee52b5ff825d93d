package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The grain bureau: sheets of a spreadsheet, once a night, in a code page that lacks characters.
 */
@TestedBackEnd("grain")
class GrainContractTest extends BatchContract {
  private static final String CARD = "6222021001112223334";

  GrainContractTest() {
    super("grain");
  }

  @Override
  Map<String, Object> rare() {
    return Applications.named(Applications.good(backEnd), "周䶮");
  }

  @Override
  Map<String, Object> notAccepted() {
    return Applications.subsidyCard("工商银行", "9522021001112223334");
  }

  @Override
  String theirReason() {
    return "银行卡号应为62开头的16至19位数字";
  }

  @Override
  Map<String, Object> tooLong() {
    return Applications.subsidyCard("银".repeat(41), CARD);
  }

  @Test
  void aReasonComesBackWithItsCommaAndItsPrivateCharacterFromEitherCharset() {
    // their answers are in the old code page or behind the mark of UTF-8 by turns
    for (int sheet = 0; sheet < 2; sheet++) {
      String number = joined(Applications.subsidyCard("䶮山信用社", CARD));

      decided(number);

      assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("REJECTED");
      assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo("不支持的开户银行,䶮山信用社");
    }
  }

  @Test
  void aSheetInAnotherCharsetThanDeclaredIsReportedOnceAndTakenWhenItComesRight() {
    // the mark before GBK, and UTF-8 without the mark
    for (int sheet = 0; sheet < 2; sheet++) {
      String number = joined(Applications.good(backEnd));
      long before = trail("file-refused", "HUB-5010");
      hub.fault(backEnd, "misencoded", 1);

      decided(number);

      assertThat(trail("file-refused", "HUB-5010")).isEqualTo(before + 1);
    }
  }

  @Test
  void aTextThatReadsLikeAFormulaArrivesAsText() {
    String number =
        joined(Applications.subsidyCard("=HYPERLINK(\"http://a.example\",\"1\")", CARD));

    decided(number);

    assertThat(hub.caseOf(number).get("reason").asText())
        .isEqualTo("不支持的开户银行,=HYPERLINK(\"http://a.example\",\"1\")");
  }

  @Test
  void aCharacterThatTheCharsetLacksParksItsOwnCaseWithTheReason() {
    String good = joined(Applications.good(backEnd));
    String rare = hub.receipted(Applications.named(Applications.good(backEnd), "𠮷川"));

    await().atMost(SOON).until(() -> in(rare, "PARKED"));

    assertThat(hub.delivery(rare).get("errorCode").asText()).isEqualTo("HUB-9005");
    assertThat(hub.delivery(rare).get("reason").asText()).contains("U+20BB7");
    send(good);
    assertThat(hub.book(backEnd, rare)).isEmpty();
  }

  @Test
  void aCaseThatIsWithdrawnAfterTheBatchIsDecidedAndTheWithdrawalComesTooLate() {
    String number = joined(Applications.good(backEnd));
    send(number);

    assertThat(withdraw(number)).isEqualTo(202);
    await().atMost(SOON).until(() -> deliveryState(number, 1).equals("SENDING"));
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
    hub.step(nextBatchHour());
    await().atMost(SOON).until(() -> deliveryState(number, 1).equals("SENT"));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 2);
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> deliveryState(number, 1).equals("ANSWERED"));

    assertThat(hub.book(backEnd, number))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("APPROVED", "TOO_LATE");
    assertThat(hub.state(number)).isEqualTo("DECIDED");
    assertThat(hub.events(number)).contains("city.tongban.case.withdrawal-too-late");
  }
}
