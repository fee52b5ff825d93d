package city.tongban.cli;

import city.rehearsal.client.SecretFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder in which one hub and its simulators keep their data between runs. */
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

  /** The records of the simulated departments. */
  Path books() {
    return made("books");
  }

  /** The records of one department that runs alone as a stub. */
  Path stub(String backEnd) {
    return made("stub").resolve(backEnd);
  }

  private Path made(String name) {
    try {
      // the folder holds personal data: only its owner may read it
      new SecretFolder(root).closed();
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in " + root, e);
    }
  }
}
