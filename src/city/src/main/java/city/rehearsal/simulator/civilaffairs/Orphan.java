package city.rehearsal.simulator.civilaffairs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A database that a killed process has left running; it is ended before a new one starts. */
record Orphan(Path data) {
  private static final long PATIENCE_SECONDS = 30;

  void end() throws IOException {
    Path file = data.resolve("postmaster.pid");
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
      return;
    }
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
            .filter(this::onThisFolder)
            .orElse(null);
    if (process == null) {
      return;
    }
    new ProcessBuilder("sh", "-c", "kill -INT " + process.pid())
        .inheritIO()
        .start(); // fast, and safe
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the old database shut down", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the old database (process " + process.pid() + ") does not end", e);
    }
  }

  /** Process ids are used again: only a postgres on this folder is ours. */
  private boolean onThisFolder(ProcessHandle process) {
    String command = process.info().commandLine().orElse("");
    return command.contains("postgres") && command.contains(data.toString());
  }
}
