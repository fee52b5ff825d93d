package city.tongban.kit;

import static org.assertj.core.api.Assertions.assertThat;

import city.tongban.bundle.ConnectorSchema;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The reference in the handbook is what the schema says. {@code -Dhandbook.renew=true} writes it.
 */
class HandbookTest {
  private static final Path HANDBOOK = Path.of("src/docs/connectors.md");
  private static final String BEGIN =
      "<!-- reference: drawn from connectors/connector.schema.json -->\n";
  private static final String END = "<!-- end of reference -->\n";

  private final JsonNode schema = new ConnectorSchema().tree();
  private final Map<String, JsonNode> groups = new LinkedHashMap<>();

  @Test
  void theReferenceIsTheSchema() throws IOException {
    String handbook = Files.readString(HANDBOOK);
    int begin = handbook.indexOf(BEGIN) + BEGIN.length();
    int end = handbook.indexOf(END);
    assertThat(begin).isGreaterThan(BEGIN.length());
    String drawn = "\n" + reference() + "\n";
    if (Boolean.getBoolean("handbook.renew")) {
      Files.writeString(HANDBOOK, handbook.substring(0, begin) + drawn + handbook.substring(end));
      return;
    }

    assertThat(handbook.substring(begin, end)).isEqualTo(drawn);
  }

  private String reference() {
    StringBuilder text = new StringBuilder(table(schema));
    while (!groups.isEmpty()) {
      String name = groups.keySet().iterator().next();
      JsonNode group = groups.remove(name);
      text.append("\n### ").append(name).append("\n\n");
      text.append(group.path("description").asText().replace("<", "&lt;"))
          .append("\n\n")
          .append(table(name, group));
    }
    return text.toString();
  }

  private String table(JsonNode group) {
    return table("", group);
  }

  private String table(String name, JsonNode group) {
    StringBuilder rows =
        new StringBuilder("| key | what it says | form | such as |\n|---|---|---|---|\n");
    for (Map.Entry<String, JsonNode> key : group.path("properties").properties()) {
      JsonNode said = key.getValue();
      if (said.isObject()) {
        below(name.isEmpty() ? key.getKey() : name + "." + key.getKey(), said);
        boolean needed =
            group.path("required").valueStream().anyMatch(r -> r.asText().equals(key.getKey()));
        rows.append(
            "| `%s`%s | %s | %s | %s |\n"
                .formatted(
                    key.getKey(),
                    needed ? "" : " (optional)",
                    said.path("description").asText().replace("|", "\\|").replace("<", "&lt;"),
                    form(said),
                    example(said)));
      }
    }
    return rows.toString();
  }

  /** What has keys of its own gets a table of its own. */
  private void below(String name, JsonNode said) {
    if (said.has("properties") && !said.has("allOf")) {
      groups.put(name, said);
    }
    if (said.path("items").has("properties")) {
      groups.put(name + "[]", said.get("items"));
    }
    if (said.path("additionalProperties").has("properties")) {
      groups.put(name + ".*", said.get("additionalProperties"));
    }
    for (JsonNode kind : said.path("allOf")) {
      JsonNode target = schema.at(kind.at("/then/$ref").asText().substring(1));
      groups.put(name + " (kind: " + target.path("title").asText() + ")", target);
    }
  }

  private static String form(JsonNode said) {
    String otherwise = said.has("default") ? "; else `" + said.get("default").asText() + "`" : "";
    if (said.has("enum")) {
      return said.get("enum")
              .valueStream()
              .map(w -> "`" + w.asText() + "`")
              .collect(Collectors.joining(", "))
          + otherwise;
    }
    String type = said.path("type").asText(said.path("$ref").asText().replaceFirst(".*/", ""));
    return switch (type) {
      case "object" -> "keys, see below";
      case "array" -> "a list" + otherwise;
      case "string" -> "text" + otherwise;
      case "integer" -> "a number" + otherwise;
      case "time" -> "a time of day" + otherwise;
      default -> "a " + type + otherwise;
    };
  }

  private static String example(JsonNode said) {
    JsonNode example = said.path("examples").path(0);
    return example.isMissingNode()
        ? ""
        : "`" + (example.isTextual() ? example.asText() : example.toString()) + "`";
  }
}
