package city.rehearsal.simulator.department.civilaffairs;

import city.rehearsal.simulator.core.FieldReader;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One row of an inbound table, read column by column. */
final class Row extends FieldReader {
  static final String RESIDENT = "1";
  private static final Predicate<String> PAPERS = Formats.matching("[13458]");

  private final Map<String, String> columns;

  private Row(Map<String, String> columns) {
    this.columns = columns;
  }

  static Row of(ResultSet row) throws SQLException {
    ResultSetMetaData names = row.getMetaData();
    Map<String, String> columns = new HashMap<>();
    for (int i = 1; i <= names.getColumnCount(); i++) {
      @Nullable String value = row.getString(i);
      if (value != null) {
        columns.put(names.getColumnName(i), value);
      }
    }
    return new Row(columns);
  }

  String id() {
    return columns.getOrDefault("delivery_id", "");
  }

  long sequence() {
    return Long.parseLong(columns.getOrDefault("seq", "0"));
  }

  @Override
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The database has checked the width already. */
  String text(String column) throws FormatException {
    return text(column, Integer.MAX_VALUE);
  }

  @Override
  public String text(String column, int bytesMax) throws FormatException {
    @Nullable String value = columns.get(column);
    if (value == null || value.isBlank()) {
      throw wrong(column, "不能为空");
    }
    return value;
  }

  BigDecimal number(String column) throws FormatException {
    try {
      return new BigDecimal(text(column));
    } catch (NumberFormatException e) {
      throw wrong(column, "应为数字");
    }
  }

  /**
   * Checks a person's name and papers.
   *
   * @param prefix of the columns
   */
  String person(String prefix) throws FormatException {
    papers(prefix + "id_type", prefix + "id_no", PAPERS, RESIDENT);
    return name(prefix + "name");
  }

  @Override
  public FormatException wrong(String column, String sentence) {
    return new FormatException(column + ": " + sentence);
  }
}
