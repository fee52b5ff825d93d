package city.rehearsal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a JVM's own log says of its heap: what was left of it after each collection. */
public record HeapLog(Path file) {
  // [12.345s][info][gc] GC(7) Pause Young (Normal) (G1 Evacuation Pause) 123M->45M(256M) 5.1ms
  private static final Pattern COLLECTION =
      Pattern.compile("\\[(\\d+)\\.\\d+s].*\\D\\d+M->(\\d+)M\\(\\d+M\\).*");

  /** The flag by which a JVM writes one. */
  public String flag() {
    return "-Xlog:gc:file=" + file + ":uptime,level,tags";
  }

  /**
   * The least that was left, in MB, for each span of so many seconds since the start in which
   * something was collected.
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
