package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A back-end with an exchange database: what must hold of a row that is put into a table of theirs,
 * and of those that they leave for us.
 */
class StagingContractTest {
  private static final String OFFICE = "civil-affairs";
  private static final String ME = "centre-" + CENTRE;
  private static final Duration SOON = Duration.ofSeconds(60);
  private final RunningHub hub = RunningHub.get();

  @AfterEach
  void behaveAgain() {
    hub.noFaults();
  }

  @Test
  void aCaseIsPutIntoTheirTableAndDecidedByARowOfTheirs() {
    String number = decidedAtOnce(Applications.named(Applications.lowIncome(3, 4000), "𠮷川·艾山䶮"));

    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.delivery(number).get("theirNumber").asText()).startsWith("MZ2018");
    assertThat(hub.book(OFFICE, number))
        .singleElement()
        .returns("𠮷川·艾山䶮", entry -> entry.get("name").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
    assertThat(hub.events(number))
        .containsExactly(
            "city.tongban.case.accepted",
            "city.tongban.case.under-review",
            "city.tongban.case.decided");
  }

  /** Their office decides every second case some days later; which, its number says. */
  private String decidedAtOnce(Map<String, Object> application) {
    return receipted(application, false);
  }

  private String receipted(Map<String, Object> application, boolean later) {
    String number = hub.receipted(application);
    while (waitsForTheClock(number) != later) {
      application.put("messageId", UUID.randomUUID().toString());
      number = hub.receipted(application);
    }
    return number;
  }

  private static boolean waitsForTheClock(String number) {
    CRC32 sum = new CRC32();
    sum.update(number.getBytes(StandardCharsets.UTF_8));
    return sum.getValue() % 2 != 0;
  }

  private List<String> attempts(String number) {
    return jdbc()
        .sql("select coalesce(outcome, '') from attempt where case_number = ? order by number")
        .param(number)
        .query(String.class)
        .list();
  }

  private JdbcClient jdbc() {
    return hub.context().getBean(JdbcClient.class);
  }
}
