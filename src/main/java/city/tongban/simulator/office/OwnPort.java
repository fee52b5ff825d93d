package city.tongban.simulator.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of a department's own door: the same after a restart, for the hub was told it once. */
public record OwnPort(Path file) {
  /** The port of the last time; 0, which is any free one, at the first. */
  public int last() {
    try {
      return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("the port of the last time cannot be read", e);
    }
  }

  public void remember(int port) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, Integer.toString(port));
    } catch (IOException e) {
      throw new UncheckedIOException("the port cannot be remembered", e);
    }
  }
}
