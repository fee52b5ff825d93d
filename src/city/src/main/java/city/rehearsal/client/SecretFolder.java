package city.rehearsal.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** The folder that holds one file per secret; only its owner may open it. */
public record SecretFolder(Path folder) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new folder that nobody else may look into; an existing one is closed to others. */
  public SecretFolder closed() {
    try {
      Files.createDirectories(folder, only("rwx------"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep secrets in " + folder, e);
    }
  }

  /** What a secret says. */
  public String read(String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (NoSuchFileException e) {
      throw new ServerUnreachable("there is no secret '" + name + "' in " + folder, e);
    } catch (IOException e) {
      throw new ServerUnreachable("the secret '" + name + "' in " + folder + " cannot be read", e);
    }
  }

  /**
   * Makes a secret unless there is one already: what a running partner knows must not change under
   * it.
   */
  public void make(String name, Supplier<String> content) {
    try {
      Path file = Files.createFile(folder.resolve(name), only("rw-------"));
      Files.writeString(file, content.get());
    } catch (FileAlreadyExistsException e) {
      // made by an earlier start
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a secret to " + folder, e);
    }
  }

  /** 256 random bits, in letters that need no quoting in a shell or a header. */
  public static String random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }
}
