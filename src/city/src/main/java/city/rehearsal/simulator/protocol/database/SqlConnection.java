package city.rehearsal.simulator.protocol.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection for one thread, which is opened again after a failure. */
public final class SqlConnection implements AutoCloseable {
  private final EmbeddedDatabase database;
  private @Nullable Connection connection;

  /** Statements that are committed together. */
  public interface Transaction {
    void run() throws SQLException;
  }

  /** Reads one row. */
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  public SqlConnection(EmbeddedDatabase database) {
    this.database = database;
  }

  /** Runs statements and commits; after a failure the connection is closed. */
  public void transaction(Transaction transaction) throws SQLException {
    try {
      transaction.run();
      open().commit();
    } catch (SQLException e) {
      close();
      throw e;
    }
  }

  /** Runs one statement that returns rows, in a transaction of its own. */
  public <T> List<T> select(String sql, RowMapper<T> mapper, Object... parameters)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    transaction(() -> rows.addAll(query(sql, mapper, parameters)));
    return rows;
  }

  /** The rows of a statement within a transaction. */
  public <T> List<T> query(String sql, RowMapper<T> mapper, Object... parameters)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(mapper.map(row));
      }
    }
    return rows;
  }

  /** Runs a statement without rows within a transaction. */
  public void update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = open().prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private Connection open() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.connect();
      open.setAutoCommit(false);
      connection = open;
    }
    return open;
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        // the connection is gone already
      }
    }
  }
}
