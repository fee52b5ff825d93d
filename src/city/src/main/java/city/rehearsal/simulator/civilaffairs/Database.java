package city.rehearsal.simulator.civilaffairs;

import city.rehearsal.simulator.civilaffairs.Schema.Caller;
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
 * A small PostgreSQL server of the department's own, a child process that ends with us. It is
 * started for the first caller: nobody pays for a database that nobody uses.
 */
final class Database implements Closeable {
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final Path data;
  private final Path binaries;
  private final Path passwordFile;
  private final Caller caller;
  private final CountDownLatch open = new CountDownLatch(1);
  private volatile @Nullable EmbeddedPostgres server;
  private boolean closed;

  /**
   * @param binaries where the server's program is unpacked to
   */
  Database(Path folder, Path binaries, Caller caller) {
    this.data = folder.resolve("postgres").toAbsolutePath();
    this.passwordFile = folder.resolve("owner-password");
    this.binaries = binaries;
    this.caller = caller;
  }

  /** Whether there is something in it from an earlier run. */
  boolean usedBefore() {
    return Files.exists(data);
  }

  /**
   * Starts it unless it is there; at first with its tables and accounts. Nobody outside knows its
   * port before.
   */
  synchronized void open() throws IOException {
    if (closed) {
      throw new IOException("the department is closing");
    }
    if (open.getCount() == 0) {
      return;
    }
    Files.createDirectories(data.getParent());
    new Orphan(data).end();
    run(0);
    try {
      furnish();
    } catch (SQLException e) {
      throw new IOException("the exchange database cannot be furnished", e);
    }
    open.countDown();
  }

  /** Returns when it is there. */
  void await() throws InterruptedException {
    open.await();
  }

  private void furnish() throws SQLException, IOException {
    try (Connection first = connect(Schema.OWNER);
        Statement sql = first.createStatement()) {
      sql.execute("alter role postgres password '" + password() + "'");
      if (!exists(sql)) {
        sql.execute("create database " + Schema.DATABASE);
      }
    }
    Files.writeString(data.resolve("pg_hba.conf"), allowed());
    try (Connection exchange = connect();
        Statement sql = exchange.createStatement()) {
      Schema.make(exchange, caller);
      sql.execute("select pg_reload_conf()");
    }
  }

  private static boolean exists(Statement sql) throws SQLException {
    try (ResultSet there =
        sql.executeQuery("select from pg_database where datname = '" + Schema.DATABASE + "'")) {
      return there.next();
    }
  }

  /** Who may come, from where, to what, and how they prove it. */
  private String allowed() {
    return """
        host %s %s 127.0.0.1/32 scram-sha-256
        host all %s 127.0.0.1/32 scram-sha-256
        """
        .formatted(Schema.DATABASE, caller.user(), Schema.OWNER);
  }

  /** Small and lean: a table or two, and a handful of connections. */
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

  int port() {
    EmbeddedPostgres running = server;
    if (running == null) {
      throw new IllegalStateException("the exchange database is not there");
    }
    return running.getPort();
  }

  /** As its owner. */
  Connection connect() throws SQLException {
    return connect(Schema.DATABASE);
  }

  private Connection connect(String database) throws SQLException {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=5&socketTimeout=20&gssEncMode=disable"
              .formatted(port(), database),
          Schema.OWNER,
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

  /** Down, and up again at the same port, in the middle of everything. */
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
