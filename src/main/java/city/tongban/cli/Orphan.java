package city.tongban.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The database process that a killed hub leaves behind (the next start would take it over; a stop
 * must end it).
 */
final class Orphan {
  private Orphan() {}

  static void stop(DataFolder data) {
    for (Path pidFile : pidFiles(data.root())) {
      postgres(pidFile).ifPresent(Processes::stop);
    }
  }

  private static List<Path> pidFiles(Path root) {
    try (Stream<Path> found =
        Files.find(root, 3, (path, attributes) -> path.endsWith("postmaster.pid"))) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + root, e);
    }
  }

  /** Only a postgres that works on this very folder: the pid may belong to somebody else by now. */
  private static Optional<ProcessHandle> postgres(Path pidFile) {
    try {
      List<String> lines = Files.readAllLines(pidFile);
      String folder = pidFile.getParent().toString();
      return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
          .filter(p -> p.info().commandLine().filter(line -> line.contains(folder)).isPresent());
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
