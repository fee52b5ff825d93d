package city.tongban.vault;

import city.tongban.canonical.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The file with the keys, one to a line: a number, the algorithm, the key in Base64; and {@code
 * hash HMAC_SM3} with the key of the {@link Fingerprints}. It is made at the first start, and lines
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

  /** Written beside and moved into place, so that nobody ever reads half a key. */
  void write(List<String> lines) {
    Path draft = path.resolveSibling(path.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.deleteIfExists(draft);
      Files.createFile(draft, PosixFilePermissions.asFileAttribute(OURS));
      Files.write(draft, lines);
      Files.move(draft, path, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the key file cannot be written", e);
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
