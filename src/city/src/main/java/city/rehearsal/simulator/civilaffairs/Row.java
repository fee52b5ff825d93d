package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.core.CitizenNumber;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row as it was put in, read column by column. */
record Row(Map<String, String> columns) {
  private static final Pattern KIND = Pattern.compile("[13458]");
  private static final Pattern OTHER_PAPER = Pattern.compile("[0-9A-Z()]{5,20}");
  static final String RESIDENT = "1";

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

  boolean has(String column) {
    return columns.containsKey(column);
  }

  String text(String column) throws FormatException {
    @Nullable String value = columns.get(column);
    if (value == null || value.isBlank()) {
      throw new FormatException(column + ": 不能为空");
    }
    return value;
  }

  String text(String column, Pattern shape) throws FormatException {
    String text = text(column);
    if (!shape.matcher(text).matches()) {
      throw new FormatException(column + ": 格式不符");
    }
    return text;
  }

  BigDecimal number(String column) throws FormatException {
    try {
      return new BigDecimal(text(column));
    } catch (NumberFormatException e) {
      throw new FormatException(column + ": 应为数字");
    }
  }

  /** A person's name and papers, whose columns begin so. */
  String person(String prefix) throws FormatException {
    String name = text(prefix + "name");
    @Nullable String flaw = Text.flawInName(name).orElse(null);
    if (flaw != null) {
      throw new FormatException(prefix + "name: " + flaw);
    }
    boolean resident = text(prefix + "id_type", KIND).equals(RESIDENT);
    if (resident && CitizenNumber.birth(text(prefix + "id_no")).isEmpty()) {
      throw new FormatException(prefix + "id_no: 证件号码校验不通过");
    }
    text(prefix + "id_no", OTHER_PAPER);
    return name;
  }
}
