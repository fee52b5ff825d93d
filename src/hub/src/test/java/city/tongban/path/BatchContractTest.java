package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The insurer: files of fixed columns, twice a day. */
@TestedBackEnd("medical-insurance")
class BatchContractTest extends BatchContract {
  BatchContractTest() {
    super("medical-insurance");
  }

  @Override
  Map<String, Object> rare() {
    return Applications.named(Applications.remoteTreatment("杭州市"), "𠮷川·艾山䶮");
  }

  @Override
  Map<String, Object> notAccepted() {
    Map<String, Object> application = Applications.remoteTreatment("杭州市");
    application.put("form", Map.of("treatmentPlace", "杭州市", "treatmentFrom", "2018-01-01"));
    return application;
  }

  @Override
  String theirReason() {
    return "备案日期早于申请日期";
  }

  @Override
  Map<String, Object> tooLong() {
    return Applications.remoteTreatment("杭".repeat(31));
  }

  @Test
  void theWithdrawalOfASentCaseIsInTheNextFile() {
    String number = joined(Applications.good(backEnd));
    while (hub.now().getHour() >= 12) {
      hub.step(morningAfter()); // so that both files leave on one day
    }
    send(number);

    assertThat(withdraw(number)).isEqualTo(202);
    await().atMost(SOON).until(() -> deliveryState(number, 1).equals("SENDING"));
    hub.step(nextBatchHour());
    await().atMost(SOON).until(() -> deliveryState(number, 1).equals("SENT"));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 2);
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> hub.state(number).equals("WITHDRAWN"));

    assertThat(hub.book(backEnd, number))
        .extracting(entry -> entry.get("verdict").asText())
        .containsExactly("WITHDRAWN", "WITHDRAWN");
    await().atMost(SOON).until(() -> deliveryState(number, 1).equals("ANSWERED"));
  }
}
