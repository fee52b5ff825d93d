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

/** A folder with one file per secret, readable by its owner only. */
public record SecretFolder(Path folder) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Makes the folder, or restricts an existing one to its owner. */
  public SecretFolder closed() {
    try {
      Files.createDirectories(folder, only("rwx------"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep secrets in " + folder, e);
    }
  }

  /** Reads a secret. */
  public String read(String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (NoSuchFileException e) {
      throw new ServerUnreachable("there is no secret '" + name + "' in " + folder, e);
    } catch (IOException e) {
      throw new ServerUnreachable("the secret '" + name + "' in " + folder + " cannot be read", e);
    }
  }

  /** Makes a secret unless it exists: the secret of a running partner must not change. */
  public void make(String name, Supplier<String> content) {
    try {
      Path file = Files.createFile(folder.resolve(name), only("rw-------"));
      Files.writeString(file, content.get());
    } catch (FileAlreadyExistsException e) {
      // an earlier start made it
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
