package city.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a JVM's garbage collection log: the used heap after each collection. */
public record HeapLog(Path file) {
  // [12.345s][info][gc] GC(7) Pause Young (Normal) (G1 Evacuation Pause) 123M->45M(256M) 5.1ms
  private static final Pattern COLLECTION =
      Pattern.compile("\\[(\\d+)\\.\\d+s].*\\D\\d+M->(\\d+)M\\(\\d+M\\).*");

  /** The JVM option that writes the log. */
  public String flag() {
    return "-Xlog:gc:file=" + file + ":uptime,level,tags";
  }

  /**
   * The smallest used heap in MB for each span of that many seconds since the start, for spans with
   * a collection.
   */
  Map<Integer, Integer> least(int span) throws IOException {
    Map<Integer, Integer> least = new TreeMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .map(COLLECTION::matcher)
          .filter(Matcher::matches)
          .forEach(
              found ->
                  least.merge(
                      Integer.parseInt(found.group(1)) / span * span,
                      Integer.parseInt(found.group(2)),
                      Math::min));
    }
    return least;
  }
}
