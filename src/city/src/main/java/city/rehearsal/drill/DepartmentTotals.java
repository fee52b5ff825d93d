package city.rehearsal.drill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the outcomes by department: the table at the end of a drill. */
final class DepartmentTotals {
  private final SortedMap<String, Map<Column, Integer>> rows = new TreeMap<>();

  /**
   * The categories of the drill's last line. A case that the department did not accept counts as
   * completed; {@code REFUSED} are messages that the hub refused.
   */
  enum Column {
    CASES,
    COMPLETED,
    PARKED,
    REFUSED
  }

  void count(String backEnd, Column column) {
    rows.computeIfAbsent(backEnd, name -> new EnumMap<>(Column.class))
        .merge(column, 1, Integer::sum);
  }

  /** A heading and an aligned line for each department that had a case. */
  List<String> lines() {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    lines.add(
        line(width, "", Arrays.stream(Column.values()).map(DepartmentTotals::heading).toList()));
    rows.forEach((name, row) -> lines.add(line(width, name, numbers(row))));
    return lines;
  }

  private static String heading(Column column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> numbers(Map<Column, Integer> row) {
    return Arrays.stream(Column.values())
        .map(column -> String.valueOf(row.getOrDefault(column, 0)))
        .toList();
  }

  private static String line(int width, String name, List<String> cells) {
    StringBuilder line = new StringBuilder(name).append(" ".repeat(width - name.length()));
    cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%11s", cell)));
    return line.toString();
  }
}
