package city.rehearsal.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secrets that departments and hub share: one file per secret, written by the launcher. */
record DepartmentSecrets(Path folder) {

  String read(String name) {
    Path file = folder.resolve(name);
    if (!Files.isReadable(file)) {
      throw new IllegalStateException(
          "the secret '%s' is missing: the launcher writes it to %s before it starts the simulators"
              .formatted(name, file));
    }
    try {
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new IllegalStateException("the secret '%s' is empty: %s".formatted(name, file));
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("the secret '%s' cannot be read".formatted(name), e);
    }
  }

  /** The certificate below a private key; no department reads the key. */
  String certificate(String name) {
    String pem = read(name);
    return pem.substring(pem.indexOf("-----BEGIN CERTIFICATE"));
  }

  /**
   * The last line of a file: of the hub's key file, the public key; no department reads the rest.
   */
  String lastLine(String name) {
    String key = read(name);
    return key.substring(key.lastIndexOf('\n') + 1);
  }
}
