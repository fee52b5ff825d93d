package city.tongban.transport.jdbc;

import city.tongban.connector.StagingPolling;
import city.tongban.transport.StagedDay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Claims staged rows for a limited time, then marks them as picked up, or flags them with a reason.
 * A claim that is not completed expires, and any node may claim the row again.
 */
final class StagedRowReader {
  private static final int REASON_MAX = 200;

  private final String table;
  private final String days;
  private final StagingPolling staging;
  private final long bytesMax;
  private final String us;

  /**
   * Creates a reader.
   *
   * @param us the name of the claiming node and version
   */
  StagedRowReader(String table, StagingPolling staging, long bytesMax, String us) {
    this.table = RowDocument.name(table);
    this.days = RowDocument.name(staging.dayTable());
    this.staging = staging;
    this.bytesMax = bytesMax;
    this.us = us;
  }

  /**
   * Claims rows in the order of their sequence; a row that is too large comes without its content.
   */
  List<StagedRow> claim(Connection connection) throws SQLException {
    String sql =
        claiming(table, "seq")
            + " returning r.seq, r.digest, r.looks,"
            + " case when octet_length(r::text) <= ? then row_to_json(r)::text end";
    List<StagedRow> rows = new ArrayList<>();
    try (PreparedStatement claim = connection.prepareStatement(sql)) {
      lease(claim);
      claim.setLong(4, bytesMax);
      try (ResultSet row = claim.executeQuery()) {
        while (row.next()) {
          rows.add(
              new StagedRow(row.getLong(1), row.getString(2), row.getInt(3), row.getString(4)));
        }
      }
    }
    connection.commit();
    rows.sort(Comparator.comparingLong(StagedRow::seq));
    return rows;
  }

  List<StagedDay> claimDays(Connection connection) throws SQLException {
    String sql = claiming(days, "day") + " returning r.day, r.row_count, r.digest, r.looks";
    List<StagedDay> claimed = new ArrayList<>();
    try (PreparedStatement claim = connection.prepareStatement(sql)) {
      lease(claim);
      try (ResultSet day = claim.executeQuery()) {
        while (day.next()) {
          claimed.add(
              new StagedDay(
                  day.getDate(1).toLocalDate(),
                  day.getLong(2),
                  String.valueOf(day.getString(3)),
                  day.getInt(4)));
        }
      }
    }
    connection.commit();
    claimed.sort(Comparator.comparing(StagedDay::day));
    return claimed;
  }

  private void lease(PreparedStatement claim) throws SQLException {
    claim.setString(1, us);
    claim.setLong(2, staging.lease().toMillis());
    claim.setInt(3, staging.rows());
  }

  private static String claiming(String table, String key) {
    return """
    update "%s" r set picked_by = ?, picked_until = now() + ? * interval '1 millisecond', looks = r.looks + 1
    where r.%s in (
      select %s from "%s"
      where picked_at is null and flagged_at is null and (picked_until is null or picked_until < now())
      order by %s limit ? for update skip locked)\
    """
        .formatted(table, key, key, table, key);
  }

  void picked(Connection connection, long seq) throws SQLException {
    String sql =
        "update \"%s\" set picked_at = now() where seq = ? and picked_by = ?".formatted(table);
    try (PreparedStatement mark = connection.prepareStatement(sql)) {
      mark.setLong(1, seq);
      mark.setString(2, us);
      mark.executeUpdate();
    }
    connection.commit();
  }

  /** Flags a row, so that the department can check it; no node picks it up again. */
  void flagged(Connection connection, long seq, String reason) throws SQLException {
    String sql =
        "update \"%s\" set flagged_at = now(), flag = ? where seq = ? and picked_by = ?"
            .formatted(table);
    try (PreparedStatement mark = connection.prepareStatement(sql)) {
      mark.setString(1, reason.length() > REASON_MAX ? reason.substring(0, REASON_MAX) : reason);
      mark.setLong(2, seq);
      mark.setString(3, us);
      mark.executeUpdate();
    }
    connection.commit();
  }

  void dayPicked(Connection connection, LocalDate day) throws SQLException {
    String sql =
        "update \"%s\" set picked_at = now() where day = ? and picked_by = ?".formatted(days);
    try (PreparedStatement mark = connection.prepareStatement(sql)) {
      mark.setDate(1, java.sql.Date.valueOf(day));
      mark.setString(2, us);
      mark.executeUpdate();
    }
    connection.commit();
  }
}
