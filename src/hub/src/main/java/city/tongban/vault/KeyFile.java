package city.tongban.vault;

import city.tongban.canonical.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The file with the keys, one to a line: a number, the algorithm, the key in Base64; and {@code
 * hash HMAC_SM3} with the key of the {@link KeyedHasher}. It is made at the first start, and lines
 * are only ever added.
 */
record KeyFile(Path path) {
  private static final Set<PosixFilePermission> OURS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  boolean exists() {
    return Files.exists(path);
  }

  /** The lines as they stand; refuses a file that others may read. */
  List<String> lines() {
    try {
      refuseOpen();
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file cannot be read", e);
    }
  }

  /**
   * Written beside and moved into place, so that nobody ever reads half a key; and the disk has it
   * before we return, for the first case that is sealed with a key may be on the disk a moment
   * later.
   */
  void write(List<String> lines) {
    Path folder =
        Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder");
    Path draft = path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(draft);
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OURS));
      Files.write(draft, lines);
      sync(draft, StandardOpenOption.WRITE);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
      sync(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file cannot be written", e);
    }
  }

  private static void sync(Path place, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(place, how)) {
      channel.force(true);
    }
  }

  private void refuseOpen() throws IOException {
    Set<PosixFilePermission> given = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    if (!OURS.containsAll(given)) {
      throw new StartRefused(
          "HUB-8094: the key file can be read by others: " + PosixFilePermissions.toString(given),
          "find out who has read it; then chmod 600 %s, and add a new key if in doubt"
              .formatted(path.getFileName()));
    }
  }
}
