package city.tongban.console;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.canonical.Answer;
import city.tongban.canonical.IdType;
import city.tongban.canonical.MessageKey;
import city.tongban.cases.CaseState;
import city.tongban.delivery.DeliveryKind;
import city.tongban.delivery.DeliveryState;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages have the same messages, and every message that a page or a key needs exists. */
class MessagesTest {
  private static final Path RESOURCES = Path.of("src/hub/src/main/resources");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");
  private static final Pattern ASKED = Pattern.compile("#\\{([a-zA-Z.]+)");

  private static final List<String> FILES = List.of("messages", "trace");

  private final Properties chinese = read("zh");
  private final Properties english = read("en");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(english.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(english, key)).as(key).isEqualTo(arguments(chinese, key));
    }
  }

  /** Every message is a {@link java.text.MessageFormat}; a lone apostrophe would be swallowed. */
  @Test
  void anApostropheIsWrittenTwice() {
    for (Properties language : List.of(english, chinese)) {
      assertThat(language.values()).allMatch(text -> ((String) text).matches("([^']|'')*"));
    }
  }

  @Test
  void everyMessageKeyHasAMessageWithItsArguments() {
    for (MessageKey key : MessageKey.values()) {
      assertThat(english.getProperty(key.key())).as(key.key()).isNotBlank();
      assertThat(arguments(english, key.key())).as(key.key()).hasSize(key.argumentCount());
    }
    assertThat(Stream.of(MessageKey.values()).map(MessageKey::key)).doesNotHaveDuplicates();
  }

  @Test
  void everyMessageOfTheTraceIsUsed() {
    assertThat(english.stringPropertyNames())
        .filteredOn(key -> key.matches("(step|reason|alert)\\..*"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(MessageKey.values()).map(MessageKey::key).toList());
  }

  @Test
  void everyCodeThatIsAnArgumentHasAWord() {
    assertThat(english.stringPropertyNames())
        .containsAll(keys("state.", CaseState.values()))
        .containsAll(keys("answer.", Answer.Outcome.values()))
        .contains("outcome.APPROVED", "outcome.REJECTED", "deadline.pending")
        .contains("payload.in", "payload.out", "probe.check.ok")
        .contains("code.HUB-4010", "code.HUB-4013");
  }

  /** The reader of such files silently takes the last one. */
  @Test
  void noKeyOccursTwice() throws IOException {
    for (String language : List.of("zh", "en")) {
      List<String> lines = new ArrayList<>();
      for (String file : FILES) {
        lines.addAll(Files.readAllLines(path(file, language)));
      }
      assertThat(lines)
          .filteredOn(line -> line.contains(" = "))
          .extracting(line -> line.substring(0, line.indexOf(" = ")))
          .as(language)
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

  private static Set<String> arguments(Properties language, String key) {
    return ARGUMENT
        .matcher(language.getProperty(key))
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path path(String file, String language) {
    return RESOURCES.resolve(file + "_" + language + ".properties");
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    for (String file : FILES) {
      try (Reader in = Files.newBufferedReader(path(file, language))) {
        words.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return words;
  }
}
