package city.tongban.node;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads back the settings on which "a receipt means it is stored" rests, and refuses to run without
 * them.
 */
final class DatabaseSafetyCheck {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private DatabaseSafetyCheck() {}

  static void checkDatabase(DataSource source) {
    JdbcTemplate jdbc = new JdbcTemplate(source);
    Map<String, String> wrong = new TreeMap<>();
    for (String setting : MUST_BE_ON) {
      String value = jdbc.queryForObject("show " + setting, String.class);
      if (!"on".equals(value)) {
        wrong.put(setting, String.valueOf(value));
      }
    }
    refuse("the database", wrong);
  }

  static void refuse(String where, Map<String, String> wrong) {
    refuse(where, wrong, "a receipt would not mean that the case is stored");
  }

  static void refuse(String where, Map<String, String> wrong, String because) {
    if (!wrong.isEmpty()) {
      throw new UnsafeSettingException(
          "HUB-8090: %s runs with %s: %s".formatted(where, wrong, because));
    }
  }
}
