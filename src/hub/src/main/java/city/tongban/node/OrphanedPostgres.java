package city.tongban.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database left running by a hub that was killed. It is shut down before a new one starts, and
 * never joined: nobody knows with which settings it was started.
 */
final class OrphanedPostgres {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostgres.class);
  private static final Duration SHUTDOWN_MAX = Duration.ofSeconds(60);

  private final Path data;

  OrphanedPostgres(Path data) {
    this.data = data;
  }

  /** Ends it by a fast shutdown, which keeps every committed row, and waits for its exit. */
  void end() throws IOException {
    Optional<ProcessHandle> orphan = find();
    if (orphan.isEmpty()) {
      return;
    }
    LOG.warn("ending the database that a killed hub left running (process {})", orphan.get().pid());
    signal(orphan.get().pid());
    try {
      orphan.get().onExit().get(SHUTDOWN_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the old database shut down", e);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      throw new IOException(
          "the old database (process %d) did not shut down in %s: end it by hand, then start again"
              .formatted(orphan.get().pid(), SHUTDOWN_MAX),
          e);
    }
  }

  /**
   * Only a live process that is a postgres on this very folder is ours to end: ids are used again.
   */
  private Optional<ProcessHandle> find() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    return command.contains("postgres") && command.contains(data.toString());
  }

  /** The shell's own kill: a bare machine has no program of that name. */
  private static void signal(long pid) throws IOException {
    new ProcessBuilder("sh", "-c", "kill -INT " + pid).inheritIO().start();
  }
}
