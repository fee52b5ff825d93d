package city.tongban.transport.jdbc;

import city.tongban.connector.Connector;
import city.tongban.connector.Service;
import city.tongban.transport.CheckResult;
import city.tongban.transport.ConnectionCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Logs in at the department's database and runs statements that move no row but require the same
 * rights as those that do.
 */
final class StagingConnectionCheck implements ConnectionCheck {
  private final Connector connector;
  private final StagingDataSource line;
  private @Nullable Connection connection;

  StagingConnectionCheck(Connector connector, StagingDataSource line) {
    this.connector = connector;
    this.line = line;
  }

  @Override
  public CheckResult credential() {
    connection = line.open();
    return CheckResult.of("logged-in");
  }

  @Override
  public CheckResult rights() {
    Connection open = connection;
    if (open == null) {
      throw new IllegalStateException("logged in before");
    }
    Set<String> tables =
        connector.services().stream()
            .map(Service::call)
            .collect(Collectors.toCollection(TreeSet::new));
    String answers = JdbcTransport.answers(connector);
    try (Statement statement = open.createStatement()) {
      for (String table : tables) {
        statement.execute("insert into %1$s select * from %1$s where false".formatted(table));
      }
      statement.execute("select 1 from %s where false for update".formatted(answers));
    } catch (SQLException e) {
      throw RowFailures.before(e);
    }
    tables.add(answers);
    return CheckResult.of("tables", String.join(", ", tables));
  }

  @Override
  public void close() {
    try (line;
        Connection done = connection) {
      if (done != null) {
        done.rollback();
      }
    } catch (SQLException e) {
      return; // the test is over, and its result is known
    }
  }
}
