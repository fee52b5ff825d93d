package city.tongban.node;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL as a child process, its data kept between runs, with every setting that P1
 * needs.
 *
 * <p>The library's own defaults are unsafe (fsync off); ours come later on the command line and
 * win, and {@link DatabaseSafetyCheck} reads them back.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final EmbeddedPostgres postgres;

  private EmbeddedDatabase(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  static EmbeddedDatabase start(Path folder) {
    RootUserCheck.refuse();
    Path data = folder.resolve("postgres").toAbsolutePath();
    try {
      Files.createDirectories(folder);
      new OrphanedPostgres(data).end();
      return new EmbeddedDatabase(
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false) // it would end the database under what still works
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("max_wal_size", "1GB")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("shared_preload_libraries", "pg_stat_statements")
              .setPGStartupWait(START_MAX)
              .start());
    } catch (IOException e) {
      LOG.error("the embedded database in {} did not start", data);
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
