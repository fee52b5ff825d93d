package city.tongban.cli;

import city.rehearsal.client.HubClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The files that record which processes run on a data folder. A stale file counts as none. */
record ProcessFiles(Path folder) {

  /** The process of that name, if its file exists and the recorded process still runs. */
  Optional<RunningProcess> living(String name) {
    return read(name).filter(running -> running.process().isPresent());
  }

  /** Replaces the file atomically, so that a reader never sees temporary of it. */
  void write(String name, RunningProcess running) {
    try {
      Path temporary = folder.resolve(name + ".json.new");
      HubClient.JSON.writeValue(temporary.toFile(), running);
      Files.move(
          temporary,
          file(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
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
      // truncated by a crash: ignored, so that the next start works
      return Optional.empty();
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".json");
  }
}
