package city.tongban.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for words in every byte of every file of a folder. */
final class PlaintextSearch {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  /** The words by their first four bytes; no word is shorter in any of the charsets. */
  private final Map<Integer, List<Word>> byHead = new HashMap<>();

  private record Word(String text, byte[] bytes) {}

  private PlaintextSearch(Collection<String> words) {
    for (String word : words) {
      for (Charset charset : CHARSETS) {
        byte[] bytes = word.getBytes(charset);
        byHead
            .computeIfAbsent(head(bytes, 0), head -> new ArrayList<>(1))
            .add(new Word(word, bytes));
      }
    }
  }

  /** The words that were found, each with a file that has it. */
  static Map<String, Path> in(Path folder, Collection<String> words) {
    PlaintextSearch search = new PlaintextSearch(words);
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> search.read(file, folder, found));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path file, Path folder, Map<String, Path> found) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int i = 0; i + 4 <= bytes.length; i++) {
      for (Word word : byHead.getOrDefault(head(bytes, i), List.of())) {
        if (isAt(word.bytes(), bytes, i)) {
          found.put(word.text(), folder.relativize(file));
        }
      }
    }
  }

  private static boolean isAt(byte[] word, byte[] bytes, int at) {
    return at + word.length <= bytes.length
        && java.util.Arrays.equals(word, 0, word.length, bytes, at, at + word.length);
  }

  private static int head(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }
}
