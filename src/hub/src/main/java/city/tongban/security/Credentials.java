package city.tongban.security;

import city.tongban.canonical.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The hub's secrets, one file each under {@code hub.secrets}; read for each use, so that a new one
 * works at once.
 */
public final class Credentials {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private final Path folder;

  public Credentials(Path folder) {
    this.folder = folder;
  }

  /** The secret of that name, without the line end that editors add. */
  public String secret(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Fault.of("HUB-8007", "'%s' cannot be the name of a credential", name)
          .because("names are lower-case letters, digits and hyphens")
          .fix("correct 'credential' in connector.yaml");
    }
    try {
      String secret = Files.readString(folder.resolve(name)).strip();
      if (secret.isEmpty()) {
        throw missing(name, "the file is empty");
      }
      return secret;
    } catch (IOException e) {
      throw missing(name, "the file cannot be read").causedBy(e);
    }
  }

  /** The file of a secret, for a library that reads it itself for each connection. */
  public Path file(String name) {
    return folder.resolve(name).toAbsolutePath();
  }

  private static Fault missing(String name, String why) {
    return Fault.of("HUB-8007", "credential '%s' is missing", name)
        .because(why)
        .fix("put the secret into the file '%s' below hub.secrets".formatted(name));
  }
}
