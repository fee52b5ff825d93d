package city.tongban.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples, one by one, and what none of them shows. */
class MappingRunTest {
  private static final String NAME = "weather-relief";

  @TempDir Path copy;

  @BeforeEach
  void aNewConnector() throws IOException {
    Path sample =
        Files.writeString(
            copy.resolve("sample.json"),
            "{ \"requestId\": \"1\", \"xm\": \"某\", \"zjlx\": \"ID\", \"kind\": \"flood\","
                + " \"pages\": 2 }");
    new ConnectorScaffold(copy).write(NAME, sample, null, null, "MZ9035", "救助");
  }

  @Test
  void eachExampleIsToldAndWhatIsShownIsCounted() {
    MappingRun run = MappingRun.of(copy, NAME);

    assertThat(run.isGreen()).isTrue();
    assertThat(run.examples())
        .extracting(MappingRun.Ended::name)
        .contains("a resident with an identity card", "their answer");
    assertThat(run.coverage().fields()).isEmpty();
    assertThat(run.coverage().fieldsKnown()).isEqualTo(5);
    assertThat(run.coverage().codes())
        .anyMatch(line -> line.matches("codes/state.csv line \\d+: REJECTED"))
        .noneMatch(line -> line.endsWith(": APPROVED"));
    assertThat(run.coverage().sheets()).isEmpty();
  }

  @Test
  void aFieldThatNoExampleSetsIsNamedByItsGateAndPath() throws IOException {
    change(
        "mappings/weather-relief/schema/application.request.json",
        "\"pages\" : {",
        "\"wind\": { \"type\": \"object\", \"properties\": { \"speed\": { \"type\": \"number\" } }"
            + " }, \"pages\" : {");

    assertThat(MappingRun.of(copy, NAME).coverage().fields())
        .containsExactly("schema/application.request.json: /wind/speed");
  }

  @Test
  void aSheetWithoutExampleIsNamed() throws IOException {
    Path examples = copy.resolve("mappings/weather-relief/application.test.yaml");
    String all = Files.readString(examples);
    Files.writeString(examples, all.substring(0, all.indexOf("- name: their answer")));

    MappingRun run = MappingRun.of(copy, NAME);

    assertThat(run.coverage().sheets()).containsExactly("application.reply.xsl");
    assertThat(run.coverage().isWhole()).isFalse();
  }

  @Test
  void anExampleThatComesOutOtherwiseSaysHow() throws IOException {
    change("mappings/weather-relief/samples/application.sent.json", "flood", "storm");

    MappingRun run = MappingRun.of(copy, NAME);

    assertThat(run.isGreen()).isFalse();
    assertThat(run.examples())
        .filteredOn(e -> e.why() != null)
        .singleElement()
        .satisfies(e -> assertThat(e.why()).contains("storm", "flood"));
  }

  @Test
  void whatCannotBeRunAtAllIsAFinding() throws IOException {
    change("connectors/weather-relief/connector.yaml", "codec: json", "codec: xml");

    MappingRun run = MappingRun.of(copy, NAME);

    assertThat(run.isGreen()).isFalse();
    assertThat(run.broken()).isNotNull();
  }

  @Test
  void whoWatchesIsToldWhoseFolderWasSavedIn() throws Exception {
    try (FolderWatcher watch = new FolderWatcher(copy)) {
      CompletableFuture<Set<String>> saved = CompletableFuture.supplyAsync(() -> next(watch));

      change("mappings/weather-relief/codes/state.csv", "APPROVED", "GRANTED");

      assertThat(saved.get(20, TimeUnit.SECONDS)).containsExactly(NAME);
    }
  }

  private static Set<String> next(FolderWatcher watch) {
    try {
      return watch.next();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(String file, String from, String to) throws IOException {
    Path path = copy.resolve(file);
    String before = Files.readString(path);
    assertThat(before).contains(from);
    Files.writeString(path, before.replace(from, to));
  }
}
