package city.tongban.bundle;

import city.tongban.canonical.Fault;
import city.tongban.connector.AnswerPattern;
import city.tongban.connector.Authentication;
import city.tongban.connector.Bundle;
import city.tongban.connector.Connector;
import city.tongban.connector.Doubt;
import city.tongban.connector.Hours;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** Reads a bundle's {@code connector.yaml}, and reports in a sentence what is wrong with it. */
final class ConnectorReader {
  static final String FILE = "connector/connector.yaml";
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .addModule(
              new SimpleModule()
                  .addDeserializer(
                      Duration.class,
                      text(Duration.class, "a duration such as 20s", DurationStyle.SIMPLE::parse))
                  .addDeserializer(
                      DataSize.class, text(DataSize.class, "a size such as 256KB", DataSize::parse))
                  .addDeserializer(
                      LocalTime.class,
                      text(LocalTime.class, "a time of day such as 07:00", LocalTime::parse))
                  .addDeserializer(
                      Charset.class,
                      text(Charset.class, "a charset such as GB18030", Charset::forName))
                  .addDeserializer(URI.class, text(URI.class, "an address", URI::create))
                  .addDeserializer(Doubt.class, word(Doubt.class))
                  .addDeserializer(Hours.Days.class, word(Hours.Days.class))
                  .addDeserializer(AnswerPattern.class, word(AnswerPattern.class)))
          .build();

  private final Map<String, URI> addresses;
  private final Map<String, URI> listenAddresses;

  /**
   * Creates a reader.
   *
   * @param addresses addresses of this deployment's back-ends; has precedence over the file
   */
  ConnectorReader(Map<String, URI> addresses) {
    this(addresses, Map.of());
  }

  /**
   * Creates a reader with listen addresses.
   *
   * @param listenAddresses where back-ends call this deployment; has precedence over the file
   */
  ConnectorReader(Map<String, URI> addresses, Map<String, URI> listenAddresses) {
    this.addresses = Map.copyOf(addresses);
    this.listenAddresses = Map.copyOf(listenAddresses);
  }

  /** Reads a bundle of a folder or an import: its keys must be those of this release. */
  Connector read(String backEnd, Bundle bundle) {
    byte[] yaml = yaml(backEnd, bundle);
    refuseOldKey(backEnd, new String(yaml, StandardCharsets.UTF_8));
    return read(backEnd, bundle, parse(backEnd, yaml));
  }

  /** Reads a bundle from the database: an earlier release may have written its keys. */
  Connector readStored(String backEnd, Bundle bundle) {
    byte[] yaml = yaml(backEnd, bundle);
    return read(backEnd, bundle, withRenamedKeys(yaml).orElseGet(() -> parse(backEnd, yaml)));
  }

  private static void refuseOldKey(String backEnd, String yaml) {
    try {
      RenamedKeys.first(YAML.readTree(yaml))
          .ifPresent(
              key -> {
                throw Fault.of(
                        "HUB-8003",
                        "connectors/%s/connector.yaml line %d: '%s' is not a key that we know",
                        backEnd,
                        YamlLines.of(yaml).at(key.path()),
                        key.name())
                    .fix(RenamedKeys.fix(key.newName()));
              });
    } catch (JsonProcessingException e) {
      throw notYaml(backEnd, e);
    }
  }

  /** The file with its old keys replaced; empty where it has none, or cannot be parsed. */
  private static Optional<ConnectorYaml> withRenamedKeys(byte[] yaml) {
    try {
      JsonNode file = YAML.readTree(yaml);
      return file != null && RenamedKeys.replace(file)
          ? Optional.of(YAML.treeToValue(file, ConnectorYaml.class))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] yaml(String backEnd, Bundle bundle) {
    return bundle
        .file(FILE)
        .orElseThrow(
            () ->
                Fault.of("HUB-8005", "connectors/%s has no connector.yaml", backEnd)
                    .fix("write one, or remove the folder"));
  }

  private Connector read(String backEnd, Bundle bundle, ConnectorYaml file) {
    URI address = addresses.getOrDefault(backEnd, file.address());
    if (address == null || address.getHost() == null) {
      throw Fault.of("HUB-8004", "connectors/%s/connector.yaml has no usable address", backEnd)
          .because("neither the file nor hub.connectors.addresses." + backEnd + " is a URL")
          .fix("set hub.connectors.addresses." + backEnd);
    }
    try {
      return file.as(backEnd, address, listenAddresses.get(backEnd), bundle);
    } catch (IllegalArgumentException e) {
      throw wrong(backEnd, "", String.valueOf(e.getMessage()), e);
    }
  }

  private static ConnectorYaml parse(String backEnd, byte[] yaml) {
    try {
      return YAML.readValue(yaml, ConnectorYaml.class);
    } catch (UnrecognizedPropertyException e) {
      throw Fault.of(
              "HUB-8003",
              "connectors/%s/connector.yaml%s: '%s' is not a key that we know",
              backEnd,
              line(e),
              e.getPropertyName())
          .because("known here: " + e.getKnownPropertyIds())
          .fix("correct the spelling, or remove the key")
          .causedBy(e);
    } catch (InvalidTypeIdException e) {
      throw wrong(backEnd, line(e), path(e) + ": " + kinds(e), e);
    } catch (JsonMappingException e) {
      if (e.getCause() instanceof StreamReadException syntax) {
        throw notYaml(backEnd, syntax);
      }
      // a record's own check names its key; other errors are reported with their path
      Throwable own = e instanceof ValueInstantiationException ? e.getCause() : null;
      throw wrong(
          backEnd, line(e), own == null ? path(e) + ": " + firstLine(e) : firstLine(own), e);
    } catch (JsonProcessingException e) {
      throw notYaml(backEnd, e);
    } catch (IOException e) {
      throw wrong(backEnd, "", firstLine(e), e);
    }
  }

  private static Fault notYaml(String backEnd, JsonProcessingException e) {
    return Fault.of("HUB-8002", "connectors/%s/connector.yaml%s is not YAML", backEnd, line(e))
        .because(firstLine(e))
        .fix("mend the line; indentation counts, and no key stands twice")
        .causedBy(e);
  }

  private static String kinds(InvalidTypeIdException e) {
    String known =
        Arrays.stream(Authentication.class.getAnnotation(JsonSubTypes.class).value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.joining(", "));
    return e.getTypeId() == null
        ? "kind is missing; it is one of " + known
        : "kind '%s' is not one of %s".formatted(e.getTypeId(), known);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static Fault wrong(String backEnd, String line, String why, Exception cause) {
    return Fault.of("HUB-8004", "connectors/%s/connector.yaml%s: %s", backEnd, line, why)
        .fix("compare with another connector.yaml; every key is explained there")
        .causedBy(cause);
  }

  private static String line(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1 ? "" : " line " + at.getLineNr();
  }

  private static String firstLine(Throwable e) {
    String message =
        e instanceof JsonProcessingException j ? j.getOriginalMessage() : e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }

  /** Enum values in files are lower case with hyphens: {@code same-id}. */
  private static <E extends Enum<E>> StdDeserializer<E> word(Class<E> type) {
    String words =
        Arrays.stream(type.getEnumConstants())
            .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", ", "one of ", ""));
    return text(type, words, t -> Enum.valueOf(type, t.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static <T> StdDeserializer<T> text(
      Class<T> type, String form, Function<String, T> reading) {
    return new StdDeserializer<>(type) {
      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getText();
        try {
          return reading.apply(text);
        } catch (RuntimeException e) {
          throw JsonMappingException.from(parser, "'%s' is not %s".formatted(text, form), e);
        }
      }
    };
  }
}
