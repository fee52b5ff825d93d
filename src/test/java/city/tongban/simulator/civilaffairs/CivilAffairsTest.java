package city.tongban.simulator.civilaffairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.tongban.simulator.Departments;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Civil affairs' own rules, spoken to by plain SQL; one start for all, for a start takes seconds.
 */
class CivilAffairsTest {
  @TempDir static Path folder;
  private static Departments departments;
  private static int ids;

  @BeforeAll
  static void start() throws Exception {
    departments = new Departments(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    departments.close();
  }

  @Test
  void anApplicationIsTakenInAndAnsweredInOrder() throws Exception {
    String id = apply("DBZM", 3, 3000);

    List<String> said = results(id, 2);

    assertThat(said).containsExactly("10", "30");
  }

  private static String apply(String matter, int heads, int income) throws Exception {
    String id = "a-" + ++ids * 2 + "/1";
    try (Connection line = connect(password());
        Statement sql = line.createStatement()) {
      sql.execute(
          """
          insert into ex_apply_in (delivery_id, case_no, matter, name, id_type, id_no, street, centre, applied_on, family_size, month_income, purpose, sent_on)
          values ('%s', '%s', '%s', '张晓梅', '1', '11010519491231002X', '310101002', '31010100201', '2018-07-02', %d, %d, '就学', '2018-07-02')
          """
              .formatted(id, id, matter, heads, income));
    }
    return id;
  }

  private static List<String> results(String id, int count) throws Exception {
    List<String> said = new ArrayList<>();
    await()
        .until(
            () -> {
              said.clear();
              try (Connection line = connect(password());
                  Statement sql = line.createStatement();
                  ResultSet row =
                      sql.executeQuery(
                          "select outcome from ex_result_out where delivery_id = '%s' order by seq"
                              .formatted(id))) {
                while (row.next()) {
                  said.add(row.getString(1));
                }
              }
              return said.size() >= count;
            });
    return said;
  }

  private static String password() throws Exception {
    return Files.readString(folder.resolve("secrets").resolve("civil-affairs"))
        .strip()
        .split(":")[1];
  }

  private static Connection connect(String password) throws SQLException {
    URI address = departments.address("civil-affairs");
    return DriverManager.getConnection(
        "jdbc:" + address + "?gssEncMode=disable", "tongban_hub", password);
  }
}
