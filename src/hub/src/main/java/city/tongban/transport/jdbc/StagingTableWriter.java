package city.tongban.transport.jdbc;

import city.tongban.canonical.Fault;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into the department's tables. Column names come from the database's own catalogue;
 * values are bound, never written into a statement.
 */
final class StagingTableWriter {
  static final String KEY = "delivery_id";
  static final String DAY = "sent_on";

  private final Map<String, Set<String>> columns = new ConcurrentHashMap<>();

  /**
   * Inserts a row, or finds the same row there; does not commit.
   *
   * @return the day that the department counts it under
   */
  LocalDate put(Connection connection, RowDocument row, LocalDate today) throws SQLException {
    allow(connection, row);
    @Nullable LocalDate put = insert(connection, row, today);
    if (put == null) {
      connection.rollback(); // undoes what the database has counted for this try too
      return same(connection, row);
    }
    return put;
  }

  private void allow(Connection connection, RowDocument row) throws SQLException {
    Set<String> wanted = row.columns().keySet();
    Set<String> known = columns.getOrDefault(row.table(), Set.of());
    if (!known.containsAll(wanted)) {
      known = read(connection, row.table());
      columns.put(row.table(), known);
    }
    if (!known.containsAll(wanted) || !wanted.contains(KEY) || wanted.contains(DAY)) {
      throw Fault.of("HUB-4050", "their database has no such table or column for us")
          .because("the row and the table %s do not fit together".formatted(row.table()))
          .fix("ask the back-end what it changed; correct the call or the sheet, then resend");
    }
  }

  private static Set<String> read(Connection connection, String table) throws SQLException {
    Set<String> names = new HashSet<>();
    try (PreparedStatement ask =
        connection.prepareStatement(
            "select column_name from information_schema.columns where table_schema = 'public' and"
                + " table_name = ?")) {
      ask.setString(1, table);
      try (ResultSet answer = ask.executeQuery()) {
        while (answer.next()) {
          names.add(answer.getString(1));
        }
      }
    }
    return names;
  }

  private static @Nullable LocalDate insert(Connection connection, RowDocument row, LocalDate today)
      throws SQLException {
    List<String> names = List.copyOf(row.columns().keySet());
    String sql =
        "insert into \"%s\" (%s, \"%s\") values (%s, ?) on conflict (\"%s\") do nothing returning \"%s\""
            .formatted(row.table(), quoted(names), DAY, holes(names.size()), KEY, DAY);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      bind(insert, names, row, 1);
      insert.setDate(names.size() + 1, Date.valueOf(today));
      try (ResultSet put = insert.executeQuery()) {
        return put.next() ? put.getDate(1).toLocalDate() : null;
      }
    }
  }

  private static LocalDate same(Connection connection, RowDocument row) throws SQLException {
    List<String> names = List.copyOf(row.columns().keySet());
    String alike =
        names.stream()
            .map(name -> "\"%s\" is not distinct from ?".formatted(name))
            .collect(Collectors.joining(" and "));
    String sql =
        "select \"%s\", (%s) from \"%s\" where \"%s\" = ?".formatted(DAY, alike, row.table(), KEY);
    try (PreparedStatement ask = connection.prepareStatement(sql)) {
      bind(ask, names, row, 1);
      ask.setString(names.size() + 1, row.columns().get(KEY));
      try (ResultSet there = ask.executeQuery()) {
        if (there.next() && there.getBoolean(2)) {
          return there.getDate(1).toLocalDate();
        }
      }
    }
    throw Fault.of("HUB-4051", "they hold another row under our delivery id")
        .because("a row with this key was there, and its columns are not ours")
        .fix("compare the trail with their row, by telephone; one of the two was not sent by us");
  }

  /** Binds values without a type, so that the database converts each to its column's type. */
  private static void bind(
      PreparedStatement statement, List<String> names, RowDocument row, int first)
      throws SQLException {
    for (int i = 0; i < names.size(); i++) {
      statement.setObject(first + i, row.columns().get(names.get(i)), Types.OTHER);
    }
  }

  private static String quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }

  private static String holes(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
