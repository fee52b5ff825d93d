package city.tongban.mapping;

import city.tongban.canonical.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code codes/<list>.csv}: {@code ours,theirs,title}, optionally {@code when} for a deciding
 * second field and {@code from,to} for the days on which a line is valid.
 */
final class CodeListFile {
  /** The title is the last column and may contain commas. */
  private static final List<String> HEADS =
      List.of(
          "ours,theirs,title",
          "ours,when,theirs,title",
          "ours,theirs,from,to,title",
          "ours,when,theirs,from,to,title");

  private final String backEnd;
  private final String name;

  CodeListFile(String backEnd, String name) {
    this.backEnd = backEnd;
    this.name = name;
  }

  CodeList read(String csv) {
    List<String> rows = csv.lines().toList();
    if (rows.isEmpty() || !HEADS.contains(rows.get(0))) {
      throw wrong(1, "the first line must be one of " + HEADS);
    }
    List<String> columns = List.of(rows.get(0).split(","));
    List<CodeLine> lines = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      lines.add(line(i + 1, columns, rows.get(i)));
    }
    CodeList list = new CodeList("codes/" + name + ".csv", rows.get(0).equals(HEADS.get(0)), lines);
    list.twins().ifPresent(this::refuse);
    return list;
  }

  private void refuse(List<CodeLine> twins) {
    CodeLine first = twins.get(0);
    CodeLine second = twins.get(1);
    String days =
        first.span().equals(ValidityPeriod.ALWAYS) && second.span().equals(ValidityPeriod.ALWAYS)
            ? ""
            : ", and both are valid on some day";
    throw wrong(
        second.number(),
        "code %s of the back-end occurs twice, first in line %d%s"
            .formatted(second.theirs(), first.number(), days));
  }

  private CodeLine line(int number, List<String> columns, String row) {
    String[] cells = row.split(",", columns.size());
    if (cells.length < columns.size()) {
      throw wrong(number, columns.size() + " cells are needed");
    }
    for (String cell : cells) {
      if (!cell.equals(cell.strip())) {
        throw wrong(number, "a cell has leading or trailing blanks");
      }
    }
    String ours = cell(cells, columns, "ours");
    String theirs = cell(cells, columns, "theirs");
    if (ours.isEmpty() || theirs.isEmpty()) {
      throw wrong(number, "columns ours and theirs must not be empty");
    }
    String when = cell(cells, columns, "when");
    return new CodeLine(
        number, ours, when.isEmpty() ? null : when, theirs, span(number, columns, cells));
  }

  private ValidityPeriod span(int number, List<String> columns, String[] cells) {
    try {
      return new ValidityPeriod(day(cell(cells, columns, "from")), day(cell(cells, columns, "to")));
    } catch (DateTimeParseException e) {
      throw wrong(number, "a day is written like 2018-07-02");
    } catch (IllegalArgumentException e) {
      throw wrong(number, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static String cell(String[] cells, List<String> columns, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : cells[at];
  }

  private Fault wrong(int line, String why) {
    return Fault.of("HUB-8009", "mappings/%s/codes/%s.csv line %d: %s", backEnd, name, line, why)
        .fix("correct the line");
  }
}
