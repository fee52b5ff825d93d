package city.tongban.kit.source;

import city.tongban.kit.source.MessageField.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the shape of a message out of its JSON Schema. */
public final class JsonShapes {
  private static final int FIELDS_MAX = 3_000;

  private final Function<String, @Nullable JsonNode> documents;
  private final Supplier<RuntimeException> endless;
  private int fields;
  private final Deque<String> path = new ArrayDeque<>();

  private record Place(JsonNode document, JsonNode schema) {
    Place of(JsonNode other) {
      return new Place(document, other);
    }
  }

  /**
   * Creates a reader.
   *
   * @param documents schemas beside the source, by file name; null where there is none
   * @param endless thrown where a schema contains itself
   */
  public JsonShapes(
      Function<String, @Nullable JsonNode> documents, Supplier<RuntimeException> endless) {
    this.documents = documents;
    this.endless = endless;
  }

  public MessageField read(JsonNode schema) {
    fields = 0;
    return shape("", true, new Place(schema, schema));
  }

  private MessageField shape(String name, boolean required, Place at) {
    List<Place> parts = parts(at);
    if (parts.stream().anyMatch(p -> type(p.schema()).equals("array"))) {
      Place items =
          parts.stream()
              .filter(p -> p.schema().has("items"))
              .map(p -> new Place(p.document(), p.schema().get("items")))
              .findFirst()
              .orElse(at);
      return shape(name, required, items).list();
    }
    Map<String, Place> properties = new LinkedHashMap<>();
    List<String> needed = new ArrayList<>();
    for (Place part : parts) {
      part.schema().path("properties").properties().stream()
          .forEach(e -> properties.putIfAbsent(e.getKey(), part.of(e.getValue())));
      part.schema().path("required").forEach(r -> needed.add(r.asText()));
    }
    if (properties.isEmpty()) {
      return leaf(name, required, parts);
    }
    return MessageField.group(name, required, children(properties, needed));
  }

  private List<MessageField> children(Map<String, Place> properties, List<String> needed) {
    List<MessageField> children = new ArrayList<>();
    properties.forEach(
        (key, place) -> {
          path.push(key);
          if (path.size() > 30 || ++fields > FIELDS_MAX) {
            throw endless.get();
          }
          children.add(shape(key, needed.contains(key), place));
          path.pop();
        });
    return children;
  }

  /** The schema with everything that it refers to or consists of; of alternatives, the first. */
  private List<Place> parts(Place at) {
    List<Place> parts = new ArrayList<>();
    collect(at, parts, 0);
    return parts;
  }

  private void collect(Place at, List<Place> into, int depth) {
    if (depth > 30) {
      throw endless.get();
    }
    into.add(at);
    JsonNode schema = at.schema();
    if (schema.has("$ref")) {
      Place target = target(at.document(), schema.get("$ref").asText());
      if (target != null) {
        collect(target, into, depth + 1);
      }
    }
    schema.path("allOf").forEach(part -> collect(at.of(part), into, depth + 1));
    for (String alternatives : List.of("oneOf", "anyOf")) {
      if (schema.path(alternatives).has(0)) {
        collect(at.of(schema.get(alternatives).get(0)), into, depth + 1);
      }
    }
  }

  private @Nullable Place target(JsonNode document, String ref) {
    int hash = ref.indexOf('#');
    String file = hash < 0 ? ref : ref.substring(0, hash);
    JsonNode root = file.isEmpty() ? document : documents.apply(file);
    if (root == null) {
      return null;
    }
    JsonNode found = hash < 0 ? root : root.at(ref.substring(hash + 1));
    return found.isMissingNode() ? null : new Place(root, found);
  }

  private static MessageField leaf(String name, boolean required, List<Place> parts) {
    String type = first(parts, p -> type(p).isEmpty() ? null : type(p));
    Kind kind =
        switch (type == null ? "" : type) {
          case "number", "integer" -> Kind.NUMBER;
          case "boolean" -> Kind.BOOLEAN;
          case "object" -> Kind.GROUP;
          default -> Kind.TEXT;
        };
    List<String> words =
        parts.stream()
            .map(Place::schema)
            .flatMap(
                s ->
                    s.has("const")
                        ? Stream.of(s.get("const").asText())
                        : s.path("enum").valueStream().map(JsonNode::asText))
            .distinct()
            .toList();
    TextConstraints facts =
        new TextConstraints(
            first(parts, JsonShapes::sample),
            words,
            first(parts, s -> s.path("pattern").textValue()),
            number(parts, "minLength", 0),
            number(parts, "maxLength", Integer.MAX_VALUE));
    return new MessageField(name, null, kind, required, false, facts, List.of());
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText("") : type.asText("");
  }

  private static @Nullable String sample(JsonNode schema) {
    for (JsonNode shown :
        List.of(schema.path("examples").path(0), schema.path("example"), schema.path("default"))) {
      if (shown.isValueNode() && !shown.isNull()) {
        return shown.isNumber() ? shown.decimalValue().toPlainString() : shown.asText();
      }
    }
    return schema.path("format").asText().equals("date")
        ? "2018-08-01"
        : schema.path("format").asText().equals("date-time") ? "2018-08-01T09:00:00+08:00" : null;
  }

  private static int number(List<Place> parts, String key, int otherwise) {
    String text = first(parts, s -> s.has(key) ? s.get(key).asText() : null);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  private static @Nullable String first(
      List<Place> parts, Function<JsonNode, @Nullable String> what) {
    for (Place part : parts) {
      String found = what.apply(part.schema());
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
