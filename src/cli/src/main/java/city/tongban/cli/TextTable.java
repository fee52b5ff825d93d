package city.tongban.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** A table with aligned columns; a Chinese character is two columns wide on a terminal. */
final class TextTable {
  private final List<String[]> rows = new ArrayList<>();
  private final int[] widths;

  TextTable(String... titles) {
    widths = new int[titles.length];
    add(titles);
  }

  void add(String... cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], width(cells[i]));
    }
    rows.add(cells);
  }

  void print() {
    rows.forEach(row -> System.out.println(line(row)));
  }

  private String line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      line.append(cells[i]).append(" ".repeat(widths[i] - width(cells[i]) + 2));
    }
    return line.toString().stripTrailing();
  }

  static int width(String text) {
    Ansi.Text plain = Ansi.OFF.new Text(text);
    return plain.getCJKAdjustedLength();
  }

  @Override
  public String toString() {
    return rows.size() + " rows of " + Arrays.toString(widths);
  }
}
