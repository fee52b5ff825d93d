package city.tongban.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold of a department that is only asked: whatever goes wrong, the counter is told that
 * there is no answer yet, and the same question again is answered, and asked once in their books.
 */
@TestedBackEnd("provident-fund")
class QuestionContractTest {
  private static final String FUND = "provident-fund";
  private static final String CENTRE = "centre-" + Applications.CENTRE;
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final LocalTime OPENS = LocalTime.of(8, 30);
  private static final LocalTime SHUTS = LocalTime.of(17, 0);
  private final RunningHub hub = RunningHub.get();

  @BeforeEach
  void inTheirHours() {
    OffsetDateTime now = hub.now();
    if (isWeekend(now) || now.toLocalTime().isBefore(OPENS) || !now.toLocalTime().isBefore(SHUTS)) {
      OffsetDateTime morning = now.withHour(9).withMinute(0);
      while (isWeekend(morning) || !morning.isAfter(now)) {
        morning = morning.plusDays(1);
      }
      hub.step(morning);
    }
  }

  private static boolean isWeekend(OffsetDateTime day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  @AfterEach
  void behaveAgain() {
    hub.proxy(FUND).reconnect();
    hub.noFaults();
  }

  @Covers(ContractCase.SENT_TWICE)
  @Test
  void aQuestionSentTwiceIsAskedOnce() {
    Map<String, Object> question = Applications.account("2018");

    HttpResponse<String> first = ask(question);
    HttpResponse<String> again = ask(question);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(hub.book(FUND, number(first))).hasSize(1);
  }

  @Covers(ContractCase.REFUSED)
  @Test
  void aWithheldAnswerIsReportedInTheDepartmentsWords() {
    JsonNode told = RunningHub.json(ask(Applications.account("2093")));

    assertThat(told.path("outcome").asText()).isEqualTo("NOT_ACCEPTED");
    assertThat(told.path("reason").asText()).isNotBlank();
  }

  @Covers(ContractCase.SLOW)
  @Test
  void aSlowAnswerWithinTheTimeOutIsReturned() {
    hub.slow(FUND, Duration.ofMillis(700));

    HttpResponse<String> answer = ask(Applications.account("2018"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(hub.book(FUND, number(answer))).hasSize(1);
  }

  @Covers(ContractCase.DOWN)
  @ParameterizedTest
  @ValueSource(strings = {"down", "busy"})
  void anUnreachableDepartmentIsAskedAgainWithTheSameQuestion(String fault) {
    assertUnansweredAndThenAnsweredOnce(fault, "HUB-4012");
  }

  @Covers(ContractCase.RESTARTED)
  @Test
  void aDepartmentThatRestartsAnswersAfterwards() {
    Map<String, Object> question = Applications.account("2018");
    hub.proxy(FUND).disconnect();
    assertThat(ask(question).statusCode()).isEqualTo(503);
    hub.proxy(FUND).reconnect();

    assertAnsweredOnce(question);
  }

  @Covers(ContractCase.SILENT)
  @Test
  void aDepartmentThatNeverAnswersTimesOutAndIsAskedAboutTheDelivery() {
    assertUnansweredAndThenAnsweredOnce("silent", "HUB-4011");
  }

  /** The lease of the question ends as it does when its node is not there any more. */
  @Covers(ContractCase.KILLED)
  @Test
  void theQuestionOfANodeThatDiedIsAnsweredWhenItIsSentAgain() {
    Map<String, Object> question = Applications.account("2018");
    hub.fault(FUND, "silent", 1);
    CompletableFuture<HttpResponse<String>> first =
        CompletableFuture.supplyAsync(() -> ask(question));
    await().atMost(SOON).until(() -> hub.faultsLeft(FUND).isEmpty());

    assertThat(leasesEnd()).as("it is being asked").isEqualTo(1);

    assertAnsweredOnce(question);
    assertThat(first.join().statusCode()).isIn(200, 503);
    assertThat(RunningHub.json(ask(question)).path("outcome").asText()).isEqualTo("FOUND");
  }

  private int leasesEnd() {
    return hub.context()
        .getBean(JdbcClient.class)
        .sql(
            """
            update query set lease_until = now() - interval '1 second'
            where back_end = ? and state = 'ASKED'
            """)
        .param(FUND)
        .update();
  }

  @Covers(ContractCase.RESET)
  @ParameterizedTest
  @ValueSource(strings = {"reset", "lost-answer"})
  void aConnectionThatBreaksDuplicatesNothing(String fault) {
    assertUnansweredAndThenAnsweredOnce(fault, "HUB-4011");
  }

  @Covers(ContractCase.CREDENTIAL)
  @Test
  void aQuestionIsSentAgainWhenTheDepartmentRefusedTheCredential() {
    assertUnansweredAndThenAnsweredOnce("wrong-credential", "HUB-4013");
  }

  @Covers({ContractCase.GARBLED, ContractCase.CHARSET, ContractCase.OVERSIZED})
  @ParameterizedTest
  @CsvSource({
    "garbled, HUB-9008",
    "misencoded, HUB-9007",
    "oversized, HUB-9009",
    "doctype, HUB-9008",
    "length-lies, HUB-4011",
    "other-id, HUB-4067"
  })
  void anAnswerWithoutMeaningIsNotPassedOn(String fault, String code) {
    assertUnansweredAndThenAnsweredOnce(fault, code);
  }

  private void assertUnansweredAndThenAnsweredOnce(String fault, String code) {
    Map<String, Object> question = Applications.account("2018");
    hub.fault(FUND, fault, 1);

    HttpResponse<String> unanswered = ask(question);

    assertThat(unanswered.statusCode()).as(unanswered.body()).isEqualTo(503);
    assertThat(RunningHub.json(unanswered).path("why").asText()).startsWith(code);
    assertThat(hub.faultsLeft(FUND)).as("it has struck").isEmpty();
    assertAnsweredOnce(question);
  }

  private void assertAnsweredOnce(Map<String, Object> question) {
    HttpResponse<String> answered =
        await().atMost(SOON).until(() -> ask(question), answer -> answer.statusCode() == 200);

    assertThat(RunningHub.json(answered).path("outcome").asText()).isEqualTo("FOUND");
    assertThat(hub.book(FUND, number(answered))).hasSize(1);
  }

  private HttpResponse<String> ask(Map<String, Object> question) {
    return hub.post("/api/v1/queries", CENTRE, question);
  }

  private static String number(HttpResponse<String> answer) {
    return RunningHub.json(answer).path("queryNumber").asText();
  }
}
