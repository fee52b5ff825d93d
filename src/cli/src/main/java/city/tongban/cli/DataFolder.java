package city.tongban.cli;

import city.rehearsal.client.SecretFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one hub and its simulators keep everything between runs. */
public record DataFolder(Path root) {

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  public SecretFolder secrets() {
    return new SecretFolder(root.resolve("secrets"));
  }

  Path logs() {
    return made("logs");
  }

  Path run() {
    return made("run");
  }

  /** What the simulated departments have on file; it outlives them. */
  Path books() {
    return made("books");
  }

  /** What one department has on file that stands alone for a while. */
  Path stub(String backEnd) {
    return made("stub").resolve(backEnd);
  }

  private Path made(String name) {
    try {
      // what residents told is in here: nobody but the owner looks in
      new SecretFolder(root).closed();
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in " + root, e);
    }
  }
}
