package city.tongban.partner;

import city.tongban.node.NodeProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The folder of secrets: one file for each, readable only by the user of the hub's process. */
@Component
public class SecretFiles {
  private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OUR_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final int SECRET_BYTES = 32;

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  @Autowired
  SecretFiles(NodeProperties properties) {
    this(properties.secrets());
  }

  SecretFiles(Path folder) {
    this.folder = folder;
  }

  /** The secret of that name; made when there is none. */
  public String readOrMake(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the secret file " + name + " cannot be read or made", e);
    }
  }

  /** Deletes a secret that is no longer valid. */
  public void forget(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("the secret file " + name + " cannot be removed", e);
    }
  }

  /**
   * Written beside and moved into place, so that nobody ever reads half a secret; the first writer
   * wins.
   */
  private void make(Path file) throws IOException {
    Files.createDirectories(folder, OUR_FOLDER);
    Path draft = folder.resolve(file.getFileName() + "." + ProcessHandle.current().pid());
    try (SeekableByteChannel out =
        Files.newByteChannel(
            draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OURS_ALONE)) {
      out.write(ByteBuffer.wrap(fresh().getBytes(StandardCharsets.US_ASCII)));
    }
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // another node was first
    } finally {
      Files.delete(draft);
    }
  }

  private String fresh() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
