package city.rehearsal.simulator.protocol.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database server that a killed process has left running; it is ended before a new one starts.
 *
 * @param data the server's data folder
 */
public record OrphanedDatabase(Path data) {
  private static final long SHUTDOWN_SECONDS_MAX = 30;

  public void end() throws IOException {
    Path file = data.resolve("postmaster.pid");
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
      return;
    }
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
            .filter(this::usesThisFolder)
            .orElse(null);
    if (process == null) {
      return;
    }
    new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
        .inheritIO()
        .start(); // SIGINT: a fast shutdown that loses nothing
    try {
      process.onExit().get(SHUTDOWN_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the old database shut down", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the old database (process " + process.pid() + ") does not end", e);
    }
  }

  /** Process ids are reused, so the command must be a postgres on this folder. */
  private boolean usesThisFolder(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    return command.contains("postgres") && command.contains(data.toString());
  }
}
