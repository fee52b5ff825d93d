package city.tongban.path;

import static city.tongban.path.Applications.CENTRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.connector.Connector;
import city.tongban.connector.Connectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What every back-end that takes files must survive, by its real server: what holds of the file,
 * and of each line. The business clock, which all tests of this JVM share, is stepped on to the
 * morning after.
 */
abstract class BatchContract {
  static final String ME = "centre-" + CENTRE;
  static final Duration SOON = Duration.ofMinutes(2);
  final RunningHub hub = RunningHub.get();
  final String backEnd;

  BatchContract(String backEnd) {
    this.backEnd = backEnd;
  }

  /** Whose name has characters that few can write, and this back-end can. */
  abstract Map<String, Object> rare();

  /** What they do not accept, for {@link #theirReason}. */
  abstract Map<String, Object> notAccepted();

  abstract String theirReason();

  /** With a value that has no room in a field of theirs. */
  abstract Map<String, Object> tooLong();

  @AfterEach
  void behaveAgain() {
    hub.proxy(backEnd).reconnect();
    hub.noFaults();
    hub.step(morningAfter()); // human resources is open again, and every batch is behind us
    // a result that came later would suffer the next test's fault
    await().atMost(SOON).until(() -> awaited() == 0);
  }

  @Covers(ContractCase.SENT_TWICE)
  @Test
  void aCaseLeavesInAFileAtTheBatchHourAndIsDecidedTheNextMorning() {
    Map<String, Object> application = rare();
    String number = joined(application);
    assertThat(hub.receipted(application)).as("the same message again").isEqualTo(number);

    assertThat(hub.book(backEnd, number)).isEmpty();
    assertThat(hub.delivery(number).get("reason").asText()).startsWith("in the batch of ");
    send(number);
    assertThat(hub.book(backEnd, number))
        .singleElement()
        .returns(name(rare()), entry -> entry.get("name").asText())
        .returns(number + "/1", entry -> entry.get("deliveryId").asText());
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));

    assertThat(hub.caseOf(number).get("outcome").asText()).isEqualTo("APPROVED");
    assertThat(hub.delivery(number).get("state").asText()).isEqualTo("ANSWERED");
    assertThat(hub.events(number))
        .containsExactly(
            "city.tongban.case.accepted",
            "city.tongban.case.under-review",
            "city.tongban.case.decided");
  }

  @Covers(ContractCase.REFUSED)
  @Test
  void aRefusalByTheDepartmentIsPassedOnWithItsReason() {
    String number = joined(notAccepted());

    send(number);
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo(theirReason());
  }

  @Test
  void aValueWithoutRoomInItsColumnParksItsOwnCaseAndLeavesTheBatchAlone() {
    String good = joined(Applications.good(backEnd));
    String tooLong = hub.receipted(tooLong());

    await().atMost(SOON).until(() -> in(tooLong, "PARKED"));

    assertThat(hub.delivery(tooLong).get("errorCode").asText()).isEqualTo("HUB-9006");
    send(good);
    assertThat(hub.book(backEnd, tooLong)).isEmpty();
  }

  @Test
  void aConnectionThatBreaksBetweenTheFileAndItsFlagDuplicatesNothing() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "busy", 1);

    send(number);

    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(attempts(number)).containsExactly("HUB-4011", "SENT");
  }

  @Covers(ContractCase.RESET)
  @Test
  void aLostAcceptanceDuplicatesNothing() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "lost-answer", 1);

    send(number);

    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(attempts(number)).containsExactly("HUB-4011", "SENT");
  }

  @Covers(ContractCase.RESET)
  @Test
  void aConnectionThatBreaksInTheMiddleOfTheFileGetsTheSameFileAgain() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "reset", 1);

    send(number);

    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(attempts(number)).containsExactly("HUB-4011", "SENT");
    assertThat(sentFiles(number)).hasSize(2).allMatch(sentFiles(number).get(0)::equals);
  }

  @Covers(ContractCase.DOWN)
  @Test
  void aServerThatIsDownIsTriedAgain() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "down", 2);

    send(number);

    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(attempts(number)).hasSizeGreaterThan(1).endsWith("SENT");
  }

  @Covers(ContractCase.SILENT)
  @Test
  void aServerThatTakesTheFileAndNeverAnswersTimesOut() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "silent", 1);

    send(number);

    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(attempts(number)).containsExactly("HUB-4011", "SENT");
  }

  /** The upload is there, and the node is not any more that would have marked it as sent. */
  @Covers(ContractCase.KILLED)
  @Test
  void theFileOfANodeThatDiedBetweenUploadAndMarkIsSentByAnother() {
    String number = joined(Applications.good(backEnd));
    send(number);

    unmarked(number);

    await().atMost(SOON).until(() -> attempts(number).size() == 2 && in(number, "SENT"));
    assertThat(attempts(number)).containsExactly("DIED", "SENT");
    assertThat(sentFiles(number)).hasSize(2).allMatch(sentFiles(number).get(0)::equals);
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  @Covers(ContractCase.SLOW)
  @Test
  void aSlowServerGetsTheFileAtTheFirstTry() {
    String number = joined(Applications.good(backEnd));
    hub.slow(backEnd, Duration.ofMillis(500));

    send(number);

    assertThat(hub.book(backEnd, number)).hasSize(1);
    assertThat(attempts(number)).containsExactly("SENT");
  }

  @Covers(ContractCase.CREDENTIAL)
  @Test
  void aRefusedKeyIsTriedAgainUntilAnOperatorHasRenewedIt() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "wrong-credential", 1_000);

    hub.step(nextBatchHour());
    await().atMost(SOON).until(() -> attempts(number).contains("HUB-4013"));

    assertThat(hub.book(backEnd, number)).isEmpty();
    hub.noFaults();
    await().atMost(SOON).until(() -> in(number, "SENT"));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);
  }

  @Test
  @Covers(ContractCase.RESTARTED)
  void aServerThatIsUnreachableAtTheBatchHourGetsTheFileLater() {
    String number = joined(Applications.good(backEnd));
    hub.proxy(backEnd).disconnect();
    hub.step(nextBatchHour());
    await().atMost(SOON).until(() -> attempts(number).contains("HUB-4010"));

    hub.proxy(backEnd).reconnect();

    await().atMost(SOON).until(() -> in(number, "SENT"));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);
  }

  @Test
  void aServerWithAnotherHostKeyGetsNothing() throws IOException {
    String number = joined(Applications.good(backEnd));
    Path known = hub.secretFile(backEnd + "-known-hosts");
    String right = Files.readString(known);
    Files.writeString(known, Files.readString(hub.secretFile(another() + "-known-hosts")));

    hub.step(nextBatchHour());
    await().atMost(SOON).until(() -> attempts(number).contains("HUB-4020"));

    assertThat(hub.book(backEnd, number)).isEmpty();
    Files.writeString(known, right);
    await().atMost(SOON).until(() -> in(number, "SENT"));
    await().atMost(SOON).until(() -> hub.book(backEnd, number).size() == 1);
  }

  @Test
  void aRefusedFileParksItsLinesAndAResentLineLeavesInAnotherFile() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "garbled", 1);
    hub.step(nextBatchHour());

    await().atMost(SOON).until(() -> in(number, "PARKED"));

    assertThat(hub.delivery(number).get("errorCode").asText()).isEqualTo("HUB-5016");
    assertThat(batch(number)).containsEntry("state", "PARKED");
    assertThat(hub.events(number)).contains("city.tongban.delivery.parked");
    assertThat(
            hub.read("/api/v1/deliveries?state=PARKED&backEnd=" + backEnd, "operator").toString())
        .contains(number);
    hub.post(
        "/api/v1/deliveries/" + number + "/1/resend",
        "operator",
        Map.of("reason", "their disk is mended"));
    await().atMost(SOON).until(() -> in(number, "SENDING"));
    decided(number);
    assertThat(hub.book(backEnd, number)).hasSize(1);
  }

  @Test
  void aCaseWhoseLineIsMissingStaysOpenAndTheOthersAreDecided() {
    String missing = joined(Applications.good(backEnd));
    String other = joined(Applications.good(backEnd));
    hub.fault(backEnd, "missing-line", 1);

    decided(other);

    await().atMost(SOON).until(() -> trail("lines-missing", "HUB-5015") > 0);
    assertThat(in(missing, "SENT")).isTrue();
    assertThat(batch(missing))
        .containsEntry("state", "SENT")
        .containsEntry("reason", "1 of 2 lines are unanswered");
  }

  @Covers({ContractCase.DUPLICATE, ContractCase.UNASKED})
  @Test
  void aLineThatComesTwiceCountsOnceAndAnUnknownLineIsKept() {
    String number = joined(Applications.good(backEnd));
    long unknownBefore = trail("line-not-understood", "HUB-5013");
    hub.fault(backEnd, "doubled-line", 1);
    hub.fault(backEnd, "unknown-line", 1);

    decided(number);

    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
    assertThat(trail("line-not-understood", "HUB-5013")).isEqualTo(unknownBefore + 1);
    assertThat(batch(number)).containsEntry("state", "ANSWERED");
  }

  @Test
  void contradictoryLinesParkTheirDelivery() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "contradicting-line", 1);

    send(number);
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> in(number, "PARKED"));

    assertThat(hub.delivery(number).get("errorCode").asText()).isEqualTo("HUB-5014");
    assertThat(hub.state(number)).isEqualTo("COLLECTED");
  }

  @Covers(ContractCase.GARBLED)
  @ParameterizedTest
  @ValueSource(strings = {"wrong-digest", "half-file"})
  void aFileThatIsNotWholeIsReportedOnceAndTakenWhenItComesRight(String fault) {
    String number = joined(Applications.good(backEnd));
    long before = trail("file-refused", "HUB-5010");
    hub.fault(backEnd, fault, 1);

    decided(number);

    assertThat(trail("file-refused", "HUB-5010")).isEqualTo(before + 1);
  }

  /** Their reason is Chinese: a file that is all digits is the same in any charset. */
  @Covers(ContractCase.CHARSET)
  @Test
  void aFileInAnotherCharsetIsReportedOnceAndTakenWhenItComesRight() {
    String number = joined(notAccepted());
    long before = trail("file-refused", "HUB-5010");
    hub.fault(backEnd, "misencoded", 1);

    send(number);
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> hub.state(number).equals("REFUSED"));

    assertThat(trail("file-refused", "HUB-5010")).isEqualTo(before + 1);
    assertThat(hub.caseOf(number).get("reason").asText()).isEqualTo(theirReason());
  }

  @Covers(ContractCase.OVERSIZED)
  @Test
  void aFileThatIsTooLargeIsLeftAloneUntilItComesRight() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "oversized", 1);

    decided(number);

    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
  }

  @Covers(ContractCase.DUPLICATE)
  @Test
  void aResultFileThatComesTwiceChangesNothing() {
    String number = joined(Applications.good(backEnd));
    long before = trail("file-repeated", null);
    hub.fault(backEnd, "duplicate-result", 1);

    decided(number);
    send(joined(Applications.good(backEnd))); // who is owed nothing looks only now and then
    await().atMost(SOON).until(() -> trail("file-repeated", null) == before + 1);

    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
  }

  @Covers(ContractCase.LATE)
  @Test
  void aResultFileThatComesLateIsTakenWhenItComes() {
    String number = joined(Applications.good(backEnd));
    hub.fault(backEnd, "late-result", 1);

    decided(number);

    assertThat(hub.faultsLeft(backEnd)).isEmpty();
    assertThat(hub.events(number)).containsOnlyOnce("city.tongban.case.decided");
    assertThat(batch(number)).containsEntry("state", "ANSWERED");
  }

  @Test
  void aCaseThatIsWithdrawnBeforeTheBatchClosesIsNotInTheFile() {
    String taken = joined(Applications.good(backEnd));
    String other = joined(Applications.good(backEnd));

    assertThat(withdraw(taken)).isBetween(200, 202);

    assertThat(hub.state(taken)).isEqualTo("WITHDRAWN");
    send(other);
    assertThat(hub.book(backEnd, taken)).isEmpty();
  }

  /** Whose server theirs is not. */
  private String another() {
    return backEnd.equals("grain") ? "medical-insurance" : "grain";
  }

  @SuppressWarnings("unchecked")
  private static String name(Map<String, Object> application) {
    return ((Map<String, Object>) application.get("applicant")).get("name").toString();
  }

  /** Sent, and decided the next morning. */
  void decided(String number) {
    send(number);
    hub.step(morningAfter());
    await().atMost(SOON).until(() -> hub.state(number).equals("DECIDED"));
  }

  int withdraw(String number) {
    return hub.post(
            "/api/v1/cases/" + number + "/withdrawal",
            ME,
            Map.of("messageId", UUID.randomUUID().toString(), "reason", "改在本市就医"))
        .statusCode();
  }

  /** The batch that a case's delivery was last in. */
  private Map<String, Object> batch(String number) {
    return jdbc()
        .sql(
            """
            select b.state, b.reason from batch b join batch_line l on l.batch = b.number
            where l.case_number = ? order by b.number desc limit 1
            """)
        .param(number)
        .query()
        .singleRow();
  }

  /** Takes back what the commit after an upload wrote, and ends the lease of its attempt. */
  private void unmarked(String number) {
    int taken =
        jdbc()
            .sql(
                """
                with mine as (select batch from batch_line where case_number = :number),
                attempted as (
                  update batch_attempt set outcome = null, ended_at = null
                  where batch in (select batch from mine)),
                lines as (
                  update delivery set state = 'SENDING' where case_number = :number and state = 'SENT')
                update batch set state = 'SENDING', node = 'gone', due_at = now() - interval '1 second'
                where number in (select batch from mine) and state = 'SENT'
                """)
            .param("number", number)
            .update();
    assertThat(taken).as("a file that was sent").isEqualTo(1);
  }

  /** How each try of the case's batch ended. */
  List<String> attempts(String number) {
    return jdbc()
        .sql(
            """
            select coalesce(a.outcome, '') from batch_attempt a join batch_line l on l.batch = a.batch
            where l.case_number = ? order by a.number
            """)
        .param(number)
        .query(String.class)
        .list();
  }

  /** Digests of what each try sent. */
  List<String> sentFiles(String number) {
    return jdbc()
        .sql(
            """
            select encode(t.out_digest, 'hex') from trail t
            join batch b on t.detail_args ->> 0 = b.file_name
            join batch_line l on l.batch = b.number
            where l.case_number = ? and t.event = 'file-attempt-began'
            """)
        .param(number)
        .query(String.class)
        .list();
  }

  long trail(String event, String code) {
    return jdbc()
        .sql("select count(*) from trail where event = :event and coalesce(error_code, '') = :code")
        .param("event", event)
        .param("code", code == null ? "" : code)
        .query(Long.class)
        .single();
  }

  /** Files of ours that they have and have not answered, whole or in part. */
  private long awaited() {
    return jdbc()
        .sql("select count(*) from batch where state = 'SENT' and error_code is null")
        .query(Long.class)
        .single();
  }

  private JdbcClient jdbc() {
    return hub.context().getBean(JdbcClient.class);
  }

  String deliveryState(String number, int index) {
    return hub.caseOf(number).get("deliveries").get(index).get("state").asText();
  }

  /** Receipted, and in the open batch. */
  String joined(Map<String, Object> application) {
    String number = hub.receipted(application);
    await().atMost(SOON).until(() -> in(number, "SENDING"));
    return number;
  }

  /** Steps to the next batch hour and waits until the file is accepted. */
  void send(String number) {
    hub.step(nextBatchHour());
    await().atMost(SOON).until(() -> in(number, "SENT"));
    await().atMost(SOON).until(() -> !hub.book(backEnd, number).isEmpty());
  }

  OffsetDateTime nextBatchHour() {
    OffsetDateTime now = hub.now();
    Connector connector = hub.context().getBean(Connectors.class).active(backEnd);
    return connector.batch().nextClosing(now.toInstant()).atOffset(now.getOffset()).plusSeconds(1);
  }

  OffsetDateTime morningAfter() {
    return hub.now().plusDays(1).withHour(8).withMinute(5).withSecond(0).withNano(0);
  }

  boolean in(String number, String state) {
    return hub.delivery(number).get("state").asText().equals(state);
  }
}
