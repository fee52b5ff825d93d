package city.rehearsal.simulator.health;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What came under each MSH-10, by digest; kept over restarts. */
final class Seen implements Closeable {
  private final Map<String, String> digests = new HashMap<>();
  private final FileOutputStream file;
  private final BufferedWriter lines;

  Seen(Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (Files.exists(path)) {
      for (String line : Files.readAllLines(path)) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2 && parts[1].length() == 64) { // a kill may have left half a line
          digests.put(parts[0], parts[1]);
        }
      }
    }
    file = new FileOutputStream(path.toFile(), true);
    lines = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8));
  }

  /** False when something else came under that id before. */
  boolean isSame(String id, byte[] message) {
    return digests.getOrDefault(id, digest(message)).equals(digest(message));
  }

  void remember(String id, byte[] message) {
    if (digests.putIfAbsent(id, digest(message)) != null) {
      return;
    }
    try {
      lines.write("\n" + id + " " + digest(message) + "\n");
      lines.flush();
      file.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException("what was seen cannot be written down", e);
    }
  }

  private static String digest(byte[] message) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
