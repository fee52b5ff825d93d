package city.tongban.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.connector.AnswerPattern;
import city.tongban.connector.Authentication;
import city.tongban.connector.Doubt;
import city.tongban.security.Credentials;
import city.tongban.transport.Transports;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema of connector.yaml says what its reader knows: neither a key more nor one less. */
class ConnectorSchemaTest {
  private static final JsonNode SCHEMA = new ConnectorSchema().tree();

  @Test
  void whatIsShippedFitsIt() throws IOException {
    ConnectorSchema schema = new ConnectorSchema();
    try (Stream<Path> folders = Files.list(Path.of("connectors"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        String yaml = Files.readString(folder.resolve("connector.yaml"));
        assertThat(schema.violations(yaml)).as(folder.toString()).isEmpty();
        assertThat(yaml).startsWith("# yaml-language-server: $schema=../connector.schema.json\n");
      }
    }
  }

  @Test
  void itHasTheKeysOfTheReaderAndNoOthers() {
    Set<String> read = new TreeSet<>();
    keys("", ConnectorYaml.class, read);
    Set<String> said = new TreeSet<>();
    said("", SCHEMA, said);

    assertThat(said).containsExactlyElementsOf(read);
  }

  @Test
  void itsWordsAreTheReaders() {
    assertThat(words("/properties/transport"))
        .isEqualTo(Transports.offline(new Credentials(Path.of(".")), Clock.systemUTC()).names());
    assertThat(words("/properties/codec")).isEqualTo(FolderCheck.CODECS);
    assertThat(words("/properties/doubt")).isEqualTo(words(Doubt.values()));
    assertThat(words("/properties/services/items/properties/answers"))
        .isEqualTo(words(AnswerPattern.values()));
    assertThat(words("/properties/authentication/properties/kind"))
        .isEqualTo(
            Stream.of(Authentication.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name)
                .collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void everyKeyIsExplained() {
    explained("", SCHEMA);
  }

  private static void explained(String path, JsonNode schema) {
    if (!schema.isObject()) {
      return;
    }
    for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
      if (key.getValue().isObject()) {
        String at = path + "/" + key.getKey();
        assertThat(key.getValue().path("title").asText()).as(at + " title").isNotBlank();
        assertThat(key.getValue().path("description").asText()).as(at).endsWith(".");
        boolean group = key.getValue().has("properties") || key.getValue().has("items");
        boolean shown = key.getValue().has("examples") || key.getKey().equals("operations");
        assertThat(group || shown).as(at + " examples").isTrue();
        explained(at, key.getValue());
        explained(at, key.getValue().path("items"));
        explained(at, key.getValue().path("additionalProperties"));
      }
    }
    schema
        .path("$defs")
        .properties()
        .forEach(d -> explained(path + "/" + d.getKey(), d.getValue()));
  }

  private static Set<String> words(String path) {
    Set<String> words = new TreeSet<>();
    SCHEMA.at(path + "/enum").forEach(w -> words.add(w.asText()));
    return words;
  }

  private static Set<String> words(Enum<?>[] values) {
    Set<String> words = new TreeSet<>();
    Stream.of(values).forEach(v -> words.add(v.name().toLowerCase().replace('_', '-')));
    return words;
  }

  /** What the reader's records have; a list or map is its entries. */
  private static void keys(String path, Type type, Set<String> into) {
    if (type instanceof ParameterizedType of) {
      Type[] arguments = of.getActualTypeArguments();
      keys(path + "/*", arguments[arguments.length - 1], into);
    } else if (type == Authentication.class) {
      into.add(path + "/kind");
      for (JsonSubTypes.Type kind :
          Authentication.class.getAnnotation(JsonSubTypes.class).value()) {
        keys(path + "(" + kind.name() + ")", kind.value(), into);
      }
    } else if (type instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent key : record.getRecordComponents()) {
        into.add(path + "/" + key.getName());
        keys(path + "/" + key.getName(), key.getGenericType(), into);
      }
    }
  }

  private static void said(String path, JsonNode schema, Set<String> into) {
    if (!schema.isObject()) {
      return;
    }
    schema.path("properties").properties().stream()
        .filter(key -> path.isEmpty() || key.getValue().isObject())
        .forEach(
            key -> {
              into.add(path + "/" + key.getKey());
              said(path + "/" + key.getKey(), key.getValue(), into);
            });
    for (String entries : List.of("items", "additionalProperties")) {
      said(path + "/*", schema.path(entries), into);
    }
    for (JsonNode kind : schema.path("allOf")) {
      String ref = kind.at("/then/$ref").asText().substring(1);
      String name = kind.at("/if/properties/kind/const").asText();
      said(path + "(" + name + ")", SCHEMA.at(ref), into);
    }
  }
}
