package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.IdType;
import city.tongban.cases.CaseState;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.DeliveryState;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and every word that a page asks for is there. */
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/hub/src/main/resources");
  private static final Pattern ASKED = Pattern.compile("#\\{([a-zA-Z.]+)");

  private final Properties chinese = read("messages_zh.properties");
  private final Properties english = read("messages_en.properties");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
  }

  /** The reader of such files takes the last one in silence. */
  @Test
  void noKeyIsSaidTwice() throws IOException {
    for (String file : new String[] {"messages_zh.properties", "messages_en.properties"}) {
      assertThat(Files.readAllLines(RESOURCES.resolve(file)))
          .filteredOn(line -> line.contains(" = "))
          .extracting(line -> line.substring(0, line.indexOf(" = ")))
          .as(file)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void everyWordThatAPageAsksForIsThere() throws IOException {
    Set<String> asked = new TreeSet<>();
    try (Stream<Path> pages = Files.walk(RESOURCES.resolve("templates"))) {
      for (Path page : pages.filter(Files::isRegularFile).toList()) {
        ASKED.matcher(Files.readString(page)).results().forEach(m -> asked.add(m.group(1)));
      }
    }

    assertThat(asked).isNotEmpty().isSubsetOf(chinese.stringPropertyNames());
  }

  @Test
  void everyStateHasAWord() {
    assertThat(chinese.stringPropertyNames())
        .containsAll(keys("state.", CaseState.values()))
        .containsAll(keys("delivery.", DeliveryState.values()))
        .containsAll(keys("kind.", DeliveryKind.values()))
        .containsAll(keys("id.", IdType.values()));
  }

  @Test
  void whoMustActIsNamedForCodesThatExist() throws IOException {
    String runbook = Files.readString(Path.of("src/docs/runbook.md"));

    assertThat(chinese.stringPropertyNames())
        .filteredOn(key -> key.matches("actor\\.HUB-\\d{4}"))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(runbook).contains("### " + key.substring("actor.".length())));
  }

  private static Set<String> keys(String kind, Enum<?>[] codes) {
    Set<String> keys = new TreeSet<>();
    Arrays.stream(codes).forEach(code -> keys.add(kind + code.name()));
    return keys;
  }

  private static Properties read(String file) {
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(RESOURCES.resolve(file))) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
