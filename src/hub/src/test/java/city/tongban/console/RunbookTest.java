package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every code that the hub can say has its heading in the runbook, and no heading speaks of a code
 * that is gone.
 */
class RunbookTest {
  private static final List<Path> PLACES =
      Stream.of("src/hub/src/main", "src/cli/src/main", "connectors", "mappings", "routes")
          .map(Path::of)
          .toList();
  private static final Pattern CODE = Pattern.compile("HUB-\\d{4}");
  private static final Pattern HEADING =
      Pattern.compile("^### (HUB-\\d{4}) \\S.*$", Pattern.MULTILINE);

  private final String runbook = read(Path.of("src/docs/runbook.md"));

  @Test
  void everyCodeHasItsHeadingAndEveryHeadingItsCode() throws IOException {
    assertThat(new TreeSet<>(headings())).isEqualTo(codes());
  }

  @Test
  void noCodeHasTwoHeadings() {
    assertThat(headings()).doesNotHaveDuplicates();
  }

  @Test
  void everyHeadingSaysWhatItMeansWhereToLookAndWhatToDo() {
    List<String> entries = List.of(runbook.split("(?m)^### "));

    assertThat(entries.subList(1, entries.size()))
        .allSatisfy(
            entry ->
                assertThat(entry.lines().filter(line -> !line.isBlank()).count()).isGreaterThan(2));
  }

  private List<String> headings() {
    return HEADING.matcher(runbook).results().map(heading -> heading.group(1)).toList();
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path place : PLACES) {
      if (Files.exists(place)) {
        try (Stream<Path> files = Files.walk(place)) {
          files.filter(RunbookTest::speaks).forEach(file -> collect(file, codes));
        }
      }
    }
    return codes;
  }

  /** The console's words name codes in order to explain them; they say none. */
  private static boolean speaks(Path file) {
    String name = file.getFileName().toString();
    return name.matches(".*\\.(java|yaml|yml|xsl|xsd|xml|json|sql|properties)")
        && !name.startsWith("messages_");
  }

  private static void collect(Path file, Set<String> codes) {
    Matcher code = CODE.matcher(read(file));
    while (code.find()) {
      codes.add(code.group());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
