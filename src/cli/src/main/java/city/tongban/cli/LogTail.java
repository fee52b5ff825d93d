package city.tongban.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads the last lines of a log, for the message about a process that ended. */
final class LogTail {
  private static final int LINES = 15;
  private static final int BYTES = 16_384;

  private LogTail() {}

  /** The sentence, followed by the last lines of the log. */
  static String of(String sentence, Path log) {
    return sentence + "; the last lines of its log " + log + ":\n" + String.join("\n", last(log));
  }

  private static List<String> last(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(BYTES, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    } catch (IOException e) {
      return List.of("(it cannot be read: " + e.getMessage() + ")");
    }
  }
}
