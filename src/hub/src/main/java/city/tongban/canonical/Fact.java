package city.tongban.canonical;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One fact that a department found for a question.
 *
 * @param row the row of its table, from 1; null for a fact outside a table
 * @param name for programs, {@code balance}
 * @param title for people, in the department's own words
 * @param value as text, never cut
 */
public record Fact(@Nullable Integer row, String name, String title, String value) {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final int TITLE_MAX = 100;
  private static final int VALUE_MAX = 2000;

  public Fact {
    if (!NAME.matcher(name).matches()) {
      throw TextRules.wrong("the name of a fact", "is not like accountBalance");
    }
    if (row != null && row < 1) {
      throw TextRules.wrong("the row of a fact", "does not count from 1");
    }
    title = TextRules.lines("the title of a fact", title, TITLE_MAX);
    value = TextRules.lines("the fact " + name, value, VALUE_MAX);
  }

  /** {@code balance=12.00} outside a table, {@code 1.month=201806} in a row. */
  public String brief() {
    return (row == null ? "" : row + ".") + name + "=" + value;
  }
}
