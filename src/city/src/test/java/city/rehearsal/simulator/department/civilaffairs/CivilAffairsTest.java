package city.rehearsal.simulator.department.civilaffairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.rehearsal.simulator.Departments;
import city.rehearsal.simulator.core.Sm3;
import city.rehearsal.simulator.protocol.database.OrphanedDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Civil affairs' own rules, over plain SQL. All tests share one start, which takes seconds. */
class CivilAffairsTest {
  private static final String OFFICE = "civil-affairs";
  private static final Duration SOON = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static Departments departments;
  private static int ids;

  @BeforeAll
  static void start() throws Exception {
    departments = new Departments(folder, "civil-affairs");
  }

  @AfterAll
  static void stop() throws Exception {
    departments.close();
  }

  @Test
  void anApplicationIsAcceptedAndAnsweredInOrder() throws Exception {
    String id = id(false);
    apply(id, "DBZM", 3, 3000, "");

    assertThat(outcomes(id, 2)).containsExactly("10", "30");
    assertThat(entries(id))
        .singleElement()
        .returns("张晓梅", entry -> entry.path("name").asText())
        .returns("DBZM", entry -> entry.path("item").asText())
        .returns("APPROVED", entry -> entry.path("verdict").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "DBZM, 3, 3211, '', 31", // one yuan a head too much
    "DSRZM, 3, 6420, '', 30",
    "DSRZM, 3, 6421, '', 31",
    "DSRZM, 0, 100, '', 40",
    "YBZM, 2, 9000, 'medical_cost=4720,illness=''尿毒症''', 30",
    "YBZM, 2, 9000, 'medical_cost=4700,illness=''尿毒症''', 31",
    "YBZM, 2, 9000, 'medical_cost=0,illness=''尿毒症''', 40",
    "YBZM, 2, 9000, '', 90", // without what it is about
    "JLK, 1, 0, 'card_address=''南京东路'',bank_card=''6222021001112223334''', 30",
    "JLK, 1, 0, 'card_address=''南京东路'',bank_card=''622202''', 90",
    "JLK, 1, 0,"
        + " 'card_address=''南京东路'',bank_card=''6222021001112223334'',id_type=''3'',id_no=''E12345678''',"
        + " 40",
    "JLK, 1, 0,"
        + " 'card_address=''南京东路'',bank_card=''6222021001112223334'',id_no=''310104198405120028''',"
        + " 31",
    "DBZM, 3, 3000, 'id_no=''110105194912310021''', 90", // a wrong check digit
    "DBZM, 3, 3000, 'name=''张?梅''', 90"
  })
  void theDepartmentDecidesByItsOwnRules(
      String matter, int heads, int income, String more, String outcome) throws Exception {
    String id = id(false);
    apply(id, matter, heads, income, more);

    await().atMost(SOON).until(() -> outcomes(id, 1).contains(outcome));
  }

  @Test
  void anUnreadableApplicationIsNotStored() throws Exception {
    String id = id(false);
    apply(id, "DBZM", 3, 3000, "id_no='110105194912310021'");

    assertThat(outcomes(id, 1)).containsExactly("90");
    assertThat(entries(id)).isEmpty();
  }

  @Test
  void aWithdrawalBeforeTheDecisionSucceeds() throws Exception {
    String id = id(true);
    apply(id, "DBZM", 3, 3000, "");
    withdraw(id + "/2", id, id);

    assertThat(outcomes(id + "/2", 1)).containsExactly("50");
    assertThat(outcomes(id, 1)).containsExactly("10");
    assertThat(entry(id).path("verdict").asText()).isEqualTo("WITHDRAWN");
  }

  @Test
  void aWithdrawalAfterTheDecisionOrOfAnUnknownApplicationIsRefused() throws Exception {
    String id = id(false);
    apply(id, "DBZM", 3, 3000, "");
    outcomes(id, 2);
    withdraw(id + "/2", id, id);
    withdraw(id + "/3", id, "never-seen");

    assertThat(outcomes(id + "/2", 1)).containsExactly("51");
    assertThat(outcomes(id + "/3", 1)).containsExactly("52");
  }

  @Test
  void resultNumbersAreConsecutiveAndEachDigestIsRight() throws Exception {
    String id = id(false);
    apply(id, "DBZM", 3, 9000, "");
    outcomes(id, 2);

    List<String> rows =
        ask(
            "select seq || '' || chr(31) || result_id || chr(31) || delivery_id || chr(31) ||"
                + " coalesce(their_no, '') || chr(31) || outcome || chr(31) || coalesce(reason, '')"
                + " || chr(31) || decided_at || '=' || digest from ex_result_out order by seq");

    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              int at = row.lastIndexOf('=');
              byte[] text = row.substring(0, at).getBytes(StandardCharsets.UTF_8);
              assertThat(row.substring(at + 1)).isEqualTo(Sm3.hex(text));
            });
    assertThat(
            ask(
                "select (max(seq) - min(seq) + 1 = count(*) and min(seq) = 1)::text from"
                    + " ex_result_out"))
        .containsExactly("true");
  }

  @Test
  void otherAccountsAreRefused() {
    for (String[] caller :
        new String[][] {
          {"tongban_hub", "another-password"}, {"postgres", "postgres"}, {"stranger", "x"}
        }) {
      assertThatThrownBy(() -> connect(caller[0], caller[1]))
          .as(caller[0])
          .isInstanceOf(SQLException.class)
          .extracting(e -> ((SQLException) e).getSQLState().substring(0, 2))
          .isEqualTo("28");
    }
  }

  /** As after a kill of the simulator, which leaves its database running. */
  @Test
  void anOrphanedDatabaseIsEndedAndNothingInItIsLostOrDoneTwice() throws Exception {
    String decided = id(false);
    String open = id(true);
    apply(decided, "DBZM", 3, 3000, "");
    apply(open, "DBZM", 3, 3000, "");
    outcomes(decided, 2);
    outcomes(open, 1);

    new OrphanedDatabase(
            folder.resolve("stores").resolve(OFFICE).resolve("postgres").toAbsolutePath())
        .end();
    departments.stop();
    departments.start();
    String after = id(false);
    apply(after, "DBZM", 3, 3000, "");

    assertThat(outcomes(after, 2)).containsExactly("10", "30");
    assertThat(outcomes(decided, 2)).containsExactly("10", "30");
    assertThat(outcomes(open, 1)).containsExactly("10");
    assertThat(entries(decided)).hasSize(1);
  }

  private static void apply(String id, String matter, int heads, int income, String more)
      throws Exception {
    List<String> names =
        new ArrayList<>(
            List.of(
                "delivery_id",
                "case_no",
                "matter",
                "name",
                "id_type",
                "id_no",
                "centre",
                "applied_on",
                "family_size",
                "month_income",
                "purpose",
                "sent_on"));
    List<String> values =
        new ArrayList<>(
            List.of(
                quoted(id),
                quoted(id),
                quoted(matter),
                "'张晓梅'",
                "'1'",
                "'11010519491231002X'",
                "'31010100201'",
                "'2018-07-02'",
                "" + heads,
                "" + income,
                "'就学'",
                "'2018-07-02'"));
    for (String pair : more.isEmpty() ? new String[0] : more.split(",")) {
      String[] parts = pair.split("=", 2);
      int at = names.indexOf(parts[0]);
      if (at >= 0) {
        values.set(at, parts[1]);
      } else {
        names.add(parts[0]);
        values.add(parts[1]);
      }
    }
    tell(
        "insert into ex_apply_in (%s) values (%s)"
            .formatted(String.join(", ", names), String.join(", ", values)));
  }

  private static void withdraw(String id, String caseNo, String original) throws Exception {
    tell(
        "insert into ex_withdraw_in (delivery_id, case_no, original_id, reason, sent_on) values ('%s', '%s', '%s', '计划有变', '2018-07-02')"
            .formatted(id, caseNo, original));
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }

  /** A new case number; it decides whether the case waits for the business clock. */
  private static String id(boolean later) {
    String id;
    do {
      id = "a-" + ++ids;
    } while (WorkingDays.PACING.isImmediate(id) == later);
    return id;
  }

  private static List<String> outcomes(String id, int count) {
    return await()
        .atMost(SOON)
        .until(
            () ->
                ask(
                    "select outcome from ex_result_out where delivery_id = '%s' order by seq"
                        .formatted(id)),
            all -> all.size() >= count);
  }

  private static JsonNode entry(String id) throws Exception {
    return entries(id).get(0);
  }

  private static List<JsonNode> entries(String id) throws Exception {
    List<JsonNode> entries = new ArrayList<>();
    for (JsonNode entry : departments.book(OFFICE)) {
      if (entry.path("deliveryId").asText().equals(id)) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static void tell(String statement) throws Exception {
    try (Connection line = hub();
        Statement sql = line.createStatement()) {
      sql.execute(statement);
    }
  }

  private static List<String> ask(String question) throws Exception {
    List<String> answers = new ArrayList<>();
    try (Connection line = hub();
        Statement sql = line.createStatement();
        ResultSet row = sql.executeQuery(question)) {
      while (row.next()) {
        answers.add(row.getString(1));
      }
    }
    return answers;
  }

  private static Connection hub() throws Exception {
    String secret = Files.readString(folder.resolve("secrets").resolve(OFFICE)).strip();
    return connect("tongban_hub", secret.substring(secret.indexOf(':') + 1));
  }

  private static Connection connect(String user, String password) throws SQLException {
    URI address = departments.address(OFFICE);
    return DriverManager.getConnection(
        "jdbc:" + address + "?gssEncMode=disable&connectTimeout=60&loginTimeout=60",
        user,
        password);
  }
}
