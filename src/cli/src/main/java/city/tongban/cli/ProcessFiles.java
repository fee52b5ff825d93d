package city.tongban.cli;

import city.rehearsal.client.HubClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What runs on a data folder: one small file per process. A stale one is as good as none. */
record ProcessFiles(Path folder) {

  /**
   * The process of that name, if its file is there and the process still is the one it speaks of.
   */
  Optional<RunningProcess> living(String name) {
    return read(name).filter(running -> running.process().isPresent());
  }

  /** Replaced in one move, so that a reader never sees half a file. */
  void write(String name, RunningProcess running) {
    try {
      Path half = folder.resolve(name + ".json.new");
      HubClient.JSON.writeValue(half.toFile(), running);
      Files.move(
          half, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file(name), e);
    }
  }

  private Optional<RunningProcess> read(String name) {
    try {
      return Optional.of(
          HubClient.JSON.readValue(Files.readString(file(name)), RunningProcess.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // cut short by a crash: it tells us nothing, and must not stop the next start
      return Optional.empty();
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
