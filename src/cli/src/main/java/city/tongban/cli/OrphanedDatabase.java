package city.tongban.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL process that a killed hub leaves behind. {@code ./hub down} ends it, as the next
 * start would.
 */
final class OrphanedDatabase {
  private OrphanedDatabase() {}

  static void stop(DataFolder data) {
    postgres(data.root().resolve("postgres")).ifPresent(Processes::stop);
  }

  /**
   * The process, if it is a postgres on this folder: the pid may belong to another program by now.
   */
  private static Optional<ProcessHandle> postgres(Path folder) {
    try {
      List<String> lines = Files.readAllLines(folder.resolve("postmaster.pid"));
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(
              p -> p.info().commandLine().filter(c -> c.contains(folder.toString())).isPresent());
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
