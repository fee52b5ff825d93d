package city.rehearsal.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import city.rehearsal.simulator.Departments;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about faults lists exactly the faults that the departments have. */
class FaultsPageTest {
  private static final Pattern FAULT =
      Pattern.compile(
          "(?m)^\\| `([a-z-]+)` \\| (before|after|result|itself) \\| (.+) \\| (.+) \\|$");
  private static final Pattern HAS = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (`[a-z` -]+`) \\|$");
  private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");
  private static final Pattern PROMISE = Pattern.compile("\\((P[1-9](, )?)+\\)");

  private final String page = read();

  @Test
  void everyFaultHasALineWithItsMomentAndItsPurpose() {
    List<MatchResult> lines = FAULT.matcher(page).results().toList();

    assertThat(lines)
        .extracting(line -> line.group(1) + " " + line.group(2))
        .containsExactlyElementsOf(
            Arrays.stream(FaultKind.values())
                .map(kind -> kind.word() + " " + kind.moment())
                .toList());
    assertThat(lines).allSatisfy(line -> assertThat(line.group(4)).containsPattern(PROMISE));
  }

  @Test
  void everyFaultHasANameOnTheConsole() throws IOException {
    String words = Files.readString(Path.of("src/hub/src/main/resources/messages_zh.properties"));

    assertThat(FaultKind.values())
        .allSatisfy(kind -> assertThat(words).contains("\nfault." + kind.word() + " = "));
  }

  @Test
  void eachDepartmentHasTheFaultsThatThePageLists(@TempDir Path folder) throws Exception {
    try (Departments departments = new Departments(folder)) {
      assertThat(written()).isEqualTo(supported(departments.control("GET", "/fault-kinds", "")));
    }
  }

  private Map<String, List<String>> written() {
    return HAS.matcher(page)
        .results()
        .collect(
            Collectors.toMap(
                line -> line.group(1),
                line -> WORD.matcher(line.group(2)).results().map(w -> w.group(1)).toList(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static Map<String, List<String>> supported(JsonNode kinds) {
    Map<String, List<String>> supported = new TreeMap<>();
    kinds
        .properties()
        .forEach(
            entry ->
                supported.put(
                    entry.getKey(),
                    StreamSupport.stream(entry.getValue().spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()));
    return supported;
  }

  private static String read() {
    try {
      return Files.readString(Path.of("src/docs/faults.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
