package city.rehearsal.simulator.protocol.sftp;

import city.rehearsal.simulator.core.ReservedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A department's folders: files that were put in, were taken, were answered, and are ready to be
 * fetched. The caller sees {@code in} and {@code out} only. A file is complete when a flag file
 * beside it ends in {@code .ok}.
 */
final class FileStore {
  private static final String OK = ".ok";
  private final Path folder;

  FileStore(Path folder) throws IOException {
    this.folder = folder;
    for (Path subfolder : List.of(in(), out(), taken(), answered())) {
      Files.createDirectories(subfolder);
    }
  }

  /** The folder that the caller sees. */
  Path visible() {
    return folder.resolve("box");
  }

  ReservedPort port() {
    return new ReservedPort(folder.resolve("port"));
  }

  private Path in() {
    return visible().resolve("in");
  }

  private Path out() {
    return visible().resolve("out");
  }

  private Path taken() {
    return folder.resolve("taken");
  }

  private Path answered() {
    return folder.resolve("answered");
  }

  /** Names of the files that are complete. */
  List<String> arrived() throws IOException {
    return names(in()).stream()
        .filter(name -> name.endsWith(OK))
        .map(name -> name.substring(0, name.length() - OK.length()))
        .filter(name -> Files.exists(in().resolve(name)))
        .toList();
  }

  byte[] read(String name) throws IOException {
    return Files.readAllBytes(in().resolve(name));
  }

  /** Removes a file that was put in; its flag first, so that no incomplete file has one. */
  void remove(String name) throws IOException {
    Files.deleteIfExists(in().resolve(name + OK));
    Files.deleteIfExists(in().resolve(name));
  }

  Optional<byte[]> taken(String name) throws IOException {
    Path file = taken().resolve(name);
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  void keep(String name, byte[] file) throws IOException {
    put(taken(), name, file);
  }

  List<String> unanswered() throws IOException {
    List<String> answered = names(answered());
    return names(taken()).stream().filter(name -> !answered.contains(name)).toList();
  }

  void markAnswered(String name) throws IOException {
    put(answered(), name, new byte[0]);
  }

  /** Makes a file ready to be fetched: first the file, then its flag. */
  void publish(String name, byte[] file) throws IOException {
    put(out(), name, file);
    put(out(), name + OK, new byte[0]);
  }

  private static void put(Path target, String name, byte[] file) throws IOException {
    Path fresh = Files.write(target.resolve(".new-" + name), file);
    Files.move(
        fresh,
        target.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> names(Path source) throws IOException {
    try (Stream<Path> files = Files.list(source)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
