package city.tongban.transport.jdbc;

import city.tongban.canonical.Fault;
import city.tongban.connector.Connector;
import city.tongban.connector.Limits;
import city.tongban.security.Credentials;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;

/**
 * Pools the few connections to one back-end's database; idle ones are closed. Every wait is
 * limited: a lock waits a third of the time-out, a statement two thirds, the connection all of it.
 */
final class StagingDataSource implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration CLOSED_AT_LEAST = Duration.ofMillis(250);

  /** The largest result that a query may return; single rows have a smaller limit. */
  private static final String RESULT_MAX = "16M";

  private final Door door;
  private final HikariDataSource pool = new HikariDataSource();

  StagingDataSource(Connector connector, Credentials credentials) {
    pool.setPoolName("staging-" + connector.backEnd());
    door = new Door(connector, credentials);
    pool.setDataSource(door);
    pool.setAutoCommit(false);
    pool.setMinimumIdle(0);
    pool.setMaximumPoolSize(connector.limits().concurrency() + 1); // one for the poller
    pool.setIdleTimeout(IDLE.toMillis());
    pool.setConnectionTimeout(
        Math.max(CLOSED_AT_LEAST.toMillis(), connector.limits().connectTimeout().toMillis()));
    pool.setInitializationFailTimeout(-1); // the database may be down when the hub starts
  }

  static void check(URI address) {
    if (!"postgresql".equals(address.getScheme())
        || address.getPath() == null
        || !address.getPath().matches("/[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("address must be postgresql://host:port/database");
    }
  }

  /** Opens a connection; a failure here has certainly stored nothing. */
  Connection open() {
    try {
      if (pool.getHikariPoolMXBean() == null
          || pool.getHikariPoolMXBean().getTotalConnections() == 0) {
        door.getConnection().close(); // the pool retries until its time-out
      }
      return pool.getConnection();
    } catch (SQLException e) {
      throw RowFailures.opening(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Reads the secret for each connection, so that a new one works at once. */
  private static final class Door extends AbstractDriverBasedDataSource {
    private final Connector connector;
    private final Credentials credentials;

    Door(Connector connector, Credentials credentials) {
      this.connector = connector;
      this.credentials = credentials;
    }

    @Override
    protected Connection getConnectionFromDriver(Properties ignored) throws SQLException {
      String secret = credentials.secret(connector.credential());
      int colon = secret.indexOf(':');
      if (colon < 1) {
        throw Fault.of("HUB-8007", "credential '%s' has the wrong form", connector.credential())
            .because("a database wants user:password")
            .fix("write it so into the file below hub.secrets");
      }
      Properties settings = settings(connector.limits());
      settings.setProperty("user", secret.substring(0, colon));
      settings.setProperty("password", secret.substring(colon + 1));
      URI address = connector.address();
      return DriverManager.getConnection(
          "jdbc:postgresql://%s:%d%s"
              .formatted(address.getHost(), address.getPort(), address.getPath()),
          settings);
    }

    private static Properties settings(Limits limits) {
      long third = Math.max(1, limits.timeout().toMillis() / 3);
      String knock = seconds(limits.connectTimeout());
      Properties settings = new Properties();
      settings.putAll(
          Map.of(
              "requireAuth",
              "scram-sha-256", // never our password in clear
              "sslmode",
              "prefer",
              "gssEncMode",
              "disable",
              "connectTimeout",
              knock,
              "loginTimeout",
              knock,
              "socketTimeout",
              seconds(limits.timeout()),
              "currentSchema",
              "public",
              "maxResultBuffer",
              RESULT_MAX,
              "ApplicationName",
              "tongban-hub",
              "options",
              "-c statement_timeout=%d -c lock_timeout=%d".formatted(2 * third, third)));
      return settings;
    }

    private static String seconds(Duration duration) {
      return Long.toString(Math.max(1, duration.toSeconds()));
    }
  }
}
