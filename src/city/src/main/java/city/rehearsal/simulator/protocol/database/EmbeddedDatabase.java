package city.rehearsal.simulator.protocol.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A small PostgreSQL server, a child process that ends with this one. It starts for the first
 * caller, because a start takes seconds and most runs never use it.
 */
public final class EmbeddedDatabase implements Closeable {
  private static final Duration START_MAX = Duration.ofSeconds(60);
  private static final String OWNER = "postgres";

  private final Path data;
  private final Path binaries;
  private final Path passwordFile;
  private final DatabaseSettings settings;
  private final CountDownLatch open = new CountDownLatch(1);
  private volatile @Nullable EmbeddedPostgres server;
  private boolean closed;

  /**
   * @param folder where the server keeps its files
   * @param binaries where the server's program is unpacked to
   */
  public EmbeddedDatabase(Path folder, Path binaries, DatabaseSettings settings) {
    this.data = folder.resolve("postgres").toAbsolutePath();
    this.passwordFile = folder.resolve("owner-password");
    this.binaries = binaries;
    this.settings = settings;
  }

  /** Whether it holds data of an earlier run. */
  public boolean usedBefore() {
    return Files.exists(data);
  }

  /** Starts the server unless it runs, and creates the tables and the hub's account. */
  public synchronized void open() throws IOException {
    if (closed) {
      throw new IOException("the department is closing");
    }
    if (open.getCount() == 0) {
      return;
    }
    Files.createDirectories(data.getParent());
    new OrphanedDatabase(data).end();
    run(0);
    try {
      create();
    } catch (SQLException e) {
      throw new IOException("the tables of the exchange database cannot be created", e);
    }
    open.countDown();
  }

  /** Returns when the database is ready. */
  public void await() throws InterruptedException {
    open.await();
  }

  private void create() throws SQLException, IOException {
    try (Connection server = connect(OWNER);
        Statement sql = server.createStatement()) {
      sql.execute("alter role postgres password '" + password() + "'");
      if (!exists(sql)) {
        sql.execute("create database " + settings.name());
      }
    }
    Files.writeString(data.resolve("pg_hba.conf"), settings.hostRules(OWNER));
    try (Connection exchange = connect();
        Statement sql = exchange.createStatement()) {
      sql.execute(settings.createAccount());
      sql.execute(settings.createTables());
      sql.execute("select pg_reload_conf()");
    }
  }

  private boolean exists(Statement sql) throws SQLException {
    try (ResultSet found =
        sql.executeQuery("select from pg_database where datname = '" + settings.name() + "'")) {
      return found.next();
    }
  }

  /** Small: a few tables and a handful of connections. */
  private void run(int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setOverrideWorkingDirectory(binaries.toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setConnectConfig("password", password())
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "8MB")
            .setServerConfig("max_connections", "15")
            .setServerConfig("io_method", "sync")
            .setServerConfig("max_worker_processes", "0")
            .setServerConfig("max_parallel_workers", "0")
            .setServerConfig("max_parallel_workers_per_gather", "0")
            .setServerConfig("max_logical_replication_workers", "0")
            .setServerConfig("max_wal_senders", "0")
            .setServerConfig("wal_level", "minimal")
            .setServerConfig("autovacuum_max_workers", "1")
            .setServerConfig("work_mem", "1MB")
            .setServerConfig("wal_buffers", "256kB")
            .setServerConfig("max_wal_size", "64MB")
            .setServerConfig("min_wal_size", "32MB")
            .setServerConfig("jit", "off")
            .setServerConfig("timezone", "Asia/Shanghai")
            .setPGStartupWait(START_MAX);
    if (port > 0) {
      builder.setPort(port);
    }
    server = builder.start();
  }

  String name() {
    return settings.name();
  }

  int port() {
    EmbeddedPostgres running = server;
    if (running == null) {
      throw new IllegalStateException("the exchange database does not run");
    }
    return running.getPort();
  }

  /** A connection of the database's owner. */
  public Connection connect() throws SQLException {
    return connect(settings.name());
  }

  private Connection connect(String database) throws SQLException {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=20&gssEncMode=disable"
              .formatted(port(), database),
          OWNER,
          password());
    } catch (IOException e) {
      throw new SQLException("the owner's password cannot be read", e);
    }
  }

  private synchronized String password() throws IOException {
    if (!Files.exists(passwordFile)) {
      byte[] bits = new byte[24];
      new SecureRandom().nextBytes(bits);
      Files.createFile(
          passwordFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(passwordFile, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }
    return Files.readString(passwordFile).strip();
  }

  /** Stops the server and starts it again at the same port; every connection breaks. */
  synchronized void restart() throws IOException {
    int port = port();
    stop();
    run(port);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    stop();
  }

  private void stop() throws IOException {
    EmbeddedPostgres running = server;
    if (running != null) {
      running.close();
    }
  }
}
