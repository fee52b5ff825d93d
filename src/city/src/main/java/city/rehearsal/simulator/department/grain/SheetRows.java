package city.rehearsal.simulator.department.grain;

import city.rehearsal.simulator.protocol.sftp.FileException;
import java.util.ArrayList;
import java.util.List;

/** A sheet as rows of cells, read and written as a spreadsheet program does it. */
final class SheetRows {
  private static final String FORMULA = "=+-@＝＋－＠";

  private final String text;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private int at;

  private SheetRows(String text) {
    this.text = text;
  }

  static List<List<String>> of(String text) throws FileException {
    SheetRows reader = new SheetRows(text);
    while (reader.at < text.length()) {
      reader.cell();
    }
    if (!reader.row.isEmpty()) {
      throw wrong(reader.rows.size() + 1, "没有以回车换行结束");
    }
    return reader.rows;
  }

  private void cell() throws FileException {
    String cell = text.charAt(at) == '"' ? quoted() : bare();
    row.add(shown(cell));
    if (text.startsWith(",", at)) {
      at++;
    } else if (text.startsWith("\r\n", at)) {
      at += 2;
      rows.add(row);
      row = new ArrayList<>();
    } else {
      throw wrong(rows.size() + 1, "引号后有多余字符或行尾不完整");
    }
  }

  private String bare() throws FileException {
    int from = at;
    while (at < text.length() && ",\r\n\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '"') {
      throw wrong(rows.size() + 1, "引号位置不对");
    }
    return text.substring(from, at);
  }

  private String quoted() throws FileException {
    StringBuilder cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '"') {
        cell.append(c);
      } else if (text.startsWith("\"\"", at)) {
        cell.append(c);
        at++;
      } else {
        at++;
        return cell.toString();
      }
    }
    throw wrong(rows.size() + 1, "引号没有结束");
  }

  /** A leading apostrophe marks a cell as text; the spreadsheet program does not show it. */
  private String shown(String cell) throws FileException {
    if (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
      throw wrong(rows.size() + 1, "单元格以公式字符开头");
    }
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }

  static String line(List<String> cells) {
    return String.join(",", cells.stream().map(SheetRows::written).toList()) + "\r\n";
  }

  private static String written(String cell) {
    boolean mark = !cell.isEmpty() && (FORMULA + "'").indexOf(cell.charAt(0)) >= 0;
    String text = mark ? "'" + cell : cell;
    return text.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0)
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }

  static FileException wrong(int row, String why) {
    return new FileException("格式错误", "第" + row + "行" + why);
  }
}
