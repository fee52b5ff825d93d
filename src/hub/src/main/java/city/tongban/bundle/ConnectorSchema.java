package city.tongban.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Validates against {@code connectors/connector.schema.json}, which describes every key of {@code
 * connector.yaml}. Editors use it for completion; here it finds all violations of a file at once,
 * each with its line.
 */
public final class ConnectorSchema {
  private static final String FILE = "/connectors/connector.schema.json";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final JsonNode tree;
  private final JsonSchema schema;

  public ConnectorSchema() {
    try (InputStream file =
        Objects.requireNonNull(ConnectorSchema.class.getResourceAsStream(FILE), FILE)) {
      tree = new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                tree, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  /** The schema itself, for tools that explain keys. */
  public JsonNode tree() {
    return tree;
  }

  /**
   * The violations in a file, from top to bottom; a file that is not YAML is left to the reader.
   */
  List<SchemaViolation> violations(String yaml) {
    JsonNode file;
    try {
      file = YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      return List.of();
    }
    Set<ValidationMessage> found = schema.validate(file);
    YamlLines lines = YamlLines.of(yaml);
    Set<String> meant = new HashSet<>();
    List<SchemaViolation> violations = new ArrayList<>();
    // misspelt keys first: the keys that they stand for are then not reported as missing
    for (ValidationMessage m : found) {
      if (m.getType().equals("additionalProperties")) {
        violations.add(unknown(m, lines, meant));
      }
    }
    for (ValidationMessage m : found) {
      boolean said =
          m.getType().equals("required") && meant.contains(at(m) + "/" + m.getProperty());
      if (!m.getType().equals("additionalProperties") && !said) {
        violations.add(wrong(m, lines));
      }
    }
    violations.sort(Comparator.comparingInt(SchemaViolation::line));
    return violations;
  }

  private SchemaViolation unknown(ValidationMessage m, YamlLines lines, Set<String> meant) {
    String key = m.getProperty();
    Set<String> known = known(m);
    @Nullable String nearest = DidYouMean.nearest(key, known);
    if (nearest != null) {
      meant.add(at(m) + "/" + nearest);
    }
    String renamed = RenamedKeys.newName(at(m).replaceFirst("^/", ""), key);
    if (renamed != null) {
      meant.add(at(m) + "/" + renamed);
    }
    return new SchemaViolation(
        lines.at(at(m) + "/" + key),
        "HUB-8003",
        "'%s' is not a key that we know; known here: %s".formatted(key, String.join(", ", known)),
        fix(renamed, nearest));
  }

  private static String fix(@Nullable String renamed, @Nullable String nearest) {
    if (renamed != null) {
      return RenamedKeys.fix(renamed);
    }
    return nearest == null ? "remove the key" : "write '" + nearest + "'";
  }

  /** The keys that are allowed at the place of an unknown one. */
  private Set<String> known(ValidationMessage m) {
    String rule = m.getSchemaLocation().getFragment().toString();
    JsonNode object = tree.at(rule.substring(0, rule.lastIndexOf('/')));
    Set<String> known = new TreeSet<>();
    object.path("properties").fieldNames().forEachRemaining(known::add);
    return known;
  }

  private static SchemaViolation wrong(ValidationMessage m, YamlLines lines) {
    String path = at(m);
    String key = path.isEmpty() ? "the file" : path.substring(1).replace('/', '.');
    JsonNode value = m.getInstanceNode();
    String shown = value != null && value.isValueNode() ? "'" + value.asText() + "'" : "it";
    JsonNode rule = m.getSchemaNode();
    return switch (m.getType()) {
      case "required" ->
          new SchemaViolation(
              lines.at(path),
              "HUB-8004",
              (path.isEmpty() ? "" : key + ".") + m.getProperty() + " is missing",
              "add the key");
      case "enum" -> {
        List<String> words = rule.valueStream().map(JsonNode::asText).toList();
        @Nullable String nearest = value == null ? null : DidYouMean.nearest(value.asText(), words);
        yield new SchemaViolation(
            lines.at(path),
            "HUB-8004",
            "%s: %s is not one of %s".formatted(key, shown, String.join(", ", words)),
            nearest == null ? "take one of them" : "write '" + nearest + "'");
      }
      default ->
          new SchemaViolation(
              lines.at(path),
              "HUB-8004",
              "%s: %s is not of the form that it should have (%s %s)"
                  .formatted(key, shown, m.getType(), rule == null ? "" : rule.toString()),
              "write it as the examples in src/docs/connectors.md");
    };
  }

  private static String at(ValidationMessage m) {
    return m.getInstanceLocation().toString();
  }
}
