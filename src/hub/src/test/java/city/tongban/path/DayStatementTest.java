package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to a department that says at day's end what it answered. */
class DayStatementTest {
  private static final String FUND = "provident-fund";
  private static final String CENTRE = "centre-" + Applications.CENTRE;
  private final RunningHub hub = RunningHub.get();
  private final JdbcClient jdbc = hub.context().getBean(JdbcClient.class);

  @BeforeEach
  void aWorkingDayThatNobodyAskedOn() {
    OffsetDateTime morning = hub.now().plusDays(1).withHour(9);
    while (morning.getDayOfWeek() == DayOfWeek.SATURDAY
        || morning.getDayOfWeek() == DayOfWeek.SUNDAY) {
      morning = morning.plusDays(1);
    }
    hub.step(morning);
    // the days before are over and done with, and take no fault that is meant for this one
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                jdbc.sql(
                        """
                        select (select count(*) from query where back_end = ?) = 0
                          or exists (select from day_statement where back_end = ? and day = ? and state <> 'AWAITED')
                        """)
                    .param(FUND)
                    .param(FUND)
                    .param(today().minusDays(1))
                    .query(Boolean.class)
                    .single());
  }

  @AfterEach
  void mend() {
    hub.noFaults();
  }

  @Test
  void theAnswersAgreeWithTheStatementAndADayIsSettledOnce() {
    JsonNode told = RunningHub.json(ask(Applications.account("2018")));
    JsonNode no = RunningHub.json(ask(Applications.account("2030")));
    assertThat(told.path("outcome").asText()).isEqualTo("FOUND");
    assertThat(facts(told)).containsKeys("balance", "account", "employer");
    assertThat(no.path("outcome").asText()).isEqualTo("NOT_ACCEPTED");

    Map<String, Object> row = statement();

    assertThat(row).containsEntry("state", "AGREED").containsEntry("theirs", 2);
    assertThat(row).containsEntry("ours", 2).containsEntry("differences", 0);
  }

  @Test
  void anAnswerWithAWrongMacIsNotPassedOnAndTheSameMessageGetsTheAnswer() {
    Map<String, Object> question = Applications.account("2018");
    hub.fault(FUND, "wrong-mac", 1);

    HttpResponse<String> unanswered = ask(question);
    HttpResponse<String> answered = ask(question);

    assertThat(unanswered.statusCode()).isEqualTo(503);
    assertThat(unanswered.body()).contains("HUB-4065");
    assertThat(RunningHub.json(answered).path("outcome").asText()).isEqualTo("FOUND");
    assertThat(hub.book(FUND, RunningHub.json(answered).path("queryNumber").asText())).hasSize(1);
  }

  @Test
  void unansweredQuestionsAndMissingLinesAreDifferences() {
    Map<String, Object> lost = Applications.account("2018");
    hub.fault(FUND, "lost-answer", 1);
    assertThat(ask(lost).statusCode()).isEqualTo(503);
    String kept = RunningHub.json(ask(Applications.account("2018"))).path("queryNumber").asText();
    hub.fault(FUND, "missing-line", 1);

    Map<String, Object> row = statement();

    assertThat(row).containsEntry("state", "DIFFERENT").containsEntry("differences", 2);
    assertThat(problems(kept)).contains("HUB-4068");
  }

  @Test
  void aStatementThatIsWrongOrLateOrHalfIsAskedForAgain() {
    ask(Applications.account("2018"));
    hub.fault(FUND, "wrong-digest", 1);
    hub.fault(FUND, "late-result", 1);

    assertThat(statement()).containsEntry("state", "AGREED");
    assertThat((Integer) tries(today())).isGreaterThanOrEqualTo(3);
  }

  private Map<String, Object> statement() {
    LocalDate day = today();
    hub.step(hub.now().withHour(18).withMinute(31));
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                jdbc.sql(
                        "select state, theirs, ours, differences from day_statement where back_end"
                            + " = ? and day = ?")
                    .param(FUND)
                    .param(day)
                    .query()
                    .listOfRows(),
            rows -> !rows.isEmpty() && !rows.get(0).get("state").equals("AWAITED"))
        .get(0);
  }

  private Object tries(LocalDate day) {
    return jdbc.sql("select tries from day_statement where back_end = ? and day = ?")
        .param(FUND)
        .param(day)
        .query()
        .singleValue();
  }

  private LocalDate today() {
    return hub.now().toLocalDate();
  }

  private List<String> problems(String number) {
    return hub.read("/api/v1/queries/" + number + "/trail", CENTRE).findValuesAsText("code");
  }

  private static Map<String, String> facts(JsonNode told) {
    Map<String, String> facts = new java.util.HashMap<>();
    told.path("found")
        .forEach(fact -> facts.put(fact.path("name").asText(), fact.path("value").asText()));
    return facts;
  }

  private HttpResponse<String> ask(Map<String, Object> question) {
    return hub.post("/api/v1/queries", CENTRE, question);
  }
}
