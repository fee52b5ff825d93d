package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.tongban.bundle.ShippedConnectors;
import city.tongban.canonical.Answer;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Statement;
import city.tongban.connector.Connector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/** Every example beside a mapping, {@code mappings/<back-end>/<mapping>.test.yaml}, is a test. */
class MappingExamplesTest {
  private static final Path MAPPINGS = Path.of("mappings");
  // exact, so that 5200 and 5.2E3 differ as they do for a partner
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS);
  private static final Pattern NUMBER = Pattern.compile("<number>(.+?)</number>");

  private final Mappings mappings = Mappings.forTools();

  record Refused(String code, String at) {}

  record Example(
      String name,
      String request,
      String reply,
      String ask,
      String result,
      String statement,
      int status,
      Map<String, String> parameters,
      JsonNode expect,
      Refused refuse) {}

  @TestFactory
  Stream<DynamicContainer> everyExample() throws IOException {
    return files().map(this::examplesOf);
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(MAPPINGS)) {
      return all.filter(f -> f.toString().endsWith(".test.yaml")).sorted().toList().stream();
    }
  }

  private DynamicContainer examplesOf(Path file) {
    String backEnd = MAPPINGS.relativize(file).getName(0).toString();
    String mapping = file.getFileName().toString().replace(".test.yaml", "");
    Connector connector = ShippedConnectors.with(backEnd, Map.of());
    try {
      List<Example> examples =
          List.of(new YAMLMapper().readValue(Files.readString(file), Example[].class));
      return DynamicContainer.dynamicContainer(
          backEnd + "/" + mapping,
          examples.stream()
              .map(e -> DynamicTest.dynamicTest(e.name(), () -> run(connector, mapping, e))));
    } catch (IOException e) {
      throw new AssertionError(file + " is not a list of examples", e);
    }
  }

  private void run(Connector connector, String mapping, Example example) throws IOException {
    if (example.refuse() == null) {
      assertThat(example.expect()).as("an example expects something").isNotNull();
      map(connector, mapping, example);
      return;
    }
    HubException refused =
        catchThrowableOfType(HubException.class, () -> map(connector, mapping, example));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.problem().code()).isEqualTo(example.refuse().code());
    if (example.refuse().at() != null) {
      assertThat(refused.problem().at()).isEqualTo(example.refuse().at());
    }
  }

  private void map(Connector c, String mapping, Example e) throws IOException {
    if (e.request() != null) {
      String xml = read(c, e.request());
      MappedMessage mapped = mappings.request(c, mapping, xml, parameters(xml, e));
      assertThat(mapped.contentType()).isEqualTo(c.contentType());
      assertThat(mapped.version()).isEqualTo(c.version());
      if (e.expect() != null) {
        compare(c, mapped, e.expect().textValue());
      }
      return;
    }
    if (e.statement() != null) {
      statement(c, mapping, e);
      return;
    }
    String file =
        Stream.of(e.reply(), e.ask(), e.result()).filter(f -> f != null).findFirst().get();
    String text = read(c, file);
    byte[] bytes =
        e.result() == null ? Envelopes.answer(c, text) : CharsetCodec.of(c).encode(text, "/");
    RawMessage wire = new RawMessage(e.status(), bytes, c.contentType());
    Answer answer =
        e.result() == null ? reply(c, mapping, wire) : mappings.result(c, mapping, wire);
    if (e.expect() != null) {
      Map<String, String> given = new TreeMap<>();
      e.expect().fields().forEachRemaining(f -> given.put(f.getKey(), f.getValue().asText()));
      assertThat(Envelopes.said(answer)).isEqualTo(given);
    }
  }

  private void statement(Connector c, String mapping, Example e) throws IOException {
    byte[] bytes = CharsetCodec.of(c).encode(read(c, e.statement()), "/");
    Statement said = mappings.statement(c, mapping, new RawMessage(0, bytes, c.contentType()));
    if (e.expect() != null) {
      assertThat(said.day()).isEqualTo(e.expect().path("day").asText());
      assertThat(said.count()).isEqualTo(e.expect().path("count").asInt());
      assertThat(said.whole()).isEqualTo(e.expect().path("whole").asBoolean());
      assertThat(said.brief()).isEqualTo(e.expect().path("lines").asText());
    }
  }

  private Answer reply(Connector c, String mapping, RawMessage wire) {
    return c.asks(mapping) ? mappings.found(c, mapping, wire) : mappings.reply(c, mapping, wire);
  }

  private static void compare(Connector c, MappedMessage mapped, String expected)
      throws IOException {
    if (expected.equals("nothing")) {
      assertThat(mapped.bytes()).isEmpty();
      return;
    }
    String text = CharsetCodec.of(c).decode(mapped.bytes(), null);
    if (c.batch() != null || c.codec().equals("hl7")) {
      assertThat(text).isEqualTo(read(c, expected));
      return;
    }
    if (c.codec().equals("json")) {
      assertThat(JSON.readTree(Mappings.readable(text)))
          .isEqualTo(JSON.readTree(read(c, expected)));
    } else {
      assertThat(text).startsWith("<?xml version=\"1.0\" encoding=\"" + c.charset() + "\"?><");
      Diff difference =
          DiffBuilder.compare(read(c, expected))
              .withTest(text)
              .ignoreComments()
              .ignoreWhitespace()
              .checkForIdentical()
              .build();
      assertThat(difference.hasDifferences()).as(difference.fullDescription()).isFalse();
    }
  }

  private static Map<String, String> parameters(String caseXml, Example e) {
    Matcher number = NUMBER.matcher(caseXml);
    assertThat(number.find()).isTrue();
    return e.parameters() == null ? Map.of("delivery", number.group(1) + "/1") : e.parameters();
  }

  private static String read(Connector c, String file) throws IOException {
    String text = Files.readString(MAPPINGS.resolve(c.backEnd()).resolve(file), UTF_8);
    return file.endsWith(".hl7") ? text.replace('\n', '\r') : text; // as on the wire
  }
}
