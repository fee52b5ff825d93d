package city.tongban.support;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.FlywayPreparer;
import io.zonky.test.db.postgres.embedded.PreparedDbProvider;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database of a real PostgreSQL, with our migrations applied.
 *
 * <p>One server per JVM, started when the first test asks; a database is a copy of its migrated
 * template and takes some 50 ms, so a test class may have one of its own. The server runs without
 * fsync: what a crash leaves behind is tested by the process tests.
 */
public final class TestDatabase implements AutoCloseable {
  private static final PreparedDbProvider SERVER =
      PreparedDbProvider.forPreparer(FlywayPreparer.forClasspathLocation("db/migration"));

  private final String url;
  private final HikariDataSource pool;

  private TestDatabase(String url) {
    this.url = url;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(16);
    config.setMinimumIdle(0); // many test classes share one server's connections
    config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
    this.pool = new HikariDataSource(config);
  }

  /** A new, empty, migrated database. */
  public static TestDatabase create() {
    try {
      return new TestDatabase(SERVER.createDatabase());
    } catch (SQLException e) {
      throw new IllegalStateException("the test server could not make a database", e);
    }
  }

  /** JDBC URL with user, for tests that open a pool of their own or start a process. */
  public String url() {
    return url;
  }

  public DataSource dataSource() {
    return pool;
  }

  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  /** Runs blocks in a transaction of this database, as {@code @Transactional} beans would. */
  public TransactionTemplate transaction() {
    return new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  @Override
  public void close() {
    pool.close();
  }
}
