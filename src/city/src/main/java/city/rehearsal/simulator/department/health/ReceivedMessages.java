package city.rehearsal.simulator.department.health;

import city.rehearsal.simulator.core.JournalFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The digest of each stored message by its MSH-10; kept over restarts. */
final class ReceivedMessages implements Closeable {
  private final Map<String, String> digests = new HashMap<>();
  private final JournalFile journal;

  ReceivedMessages(Path file) throws IOException {
    journal = JournalFile.open(file, this::replay);
  }

  private void replay(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length == 2) { // older files have empty lines
      digests.put(parts[0], parts[1]);
    }
  }

  /** Whether a message with that id and other content was received before. */
  boolean hasOtherContent(String id, byte[] message) {
    String digest = digest(message);
    return !digests.getOrDefault(id, digest).equals(digest);
  }

  void add(String id, byte[] message) {
    if (digests.putIfAbsent(id, digest(message)) == null) {
      journal.write(id + " " + digest(message));
      journal.sync();
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
    journal.close();
  }
}
