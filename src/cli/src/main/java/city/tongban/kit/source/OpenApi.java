package city.tongban.kit.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a contract in OpenAPI 3; the schemas of the operation become the connector's schemas. */
final class OpenApi {
  private static final String COMPONENTS = "#/components/schemas/";
  private static final Set<String> METHODS = Set.of("post", "put");

  private final SourceFile file;
  private final JsonNode api;

  private OpenApi(SourceFile file, JsonNode api) {
    this.file = file;
    this.api = api;
  }

  static boolean is(JsonNode tree) {
    return tree.has("openapi") || tree.has("swagger");
  }

  static ServiceContract read(SourceFile file, JsonNode tree, @Nullable String wanted) {
    if (!tree.path("openapi").asText().startsWith("3.")) {
      throw file.tooLittle("it is no OpenAPI 3", "convert it to OpenAPI 3, or give a sample");
    }
    OpenApi api = new OpenApi(file, tree);
    Operation operation = api.operation(wanted);
    JsonNode request = api.schema(operation.body(), "What they want to hear: " + operation.call());
    @Nullable JsonNode answer = api.answer(operation.node());
    JsonShapes shapes = new JsonShapes(x -> null, () -> JsonSample.deep(file));
    return answer == null
        ? DefaultReply.json(operation.call(), request, shapes)
        : DefaultReply.json(
            operation.call(),
            request,
            api.schema(answer, "What they answer. They may add fields."),
            true,
            shapes);
  }

  private record Operation(String id, String call, JsonNode node, JsonNode body) {
    boolean is(String wanted) {
      return wanted.equals(id) || wanted.equals(call) || call.endsWith(" " + wanted);
    }
  }

  private Operation operation(@Nullable String wanted) {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        @Nullable JsonNode body =
            METHODS.contains(method.getKey()) ? body(method.getValue()) : null;
        if (body != null) {
          String call = method.getKey().toUpperCase(Locale.ROOT) + " " + base() + path.getKey();
          String id = method.getValue().path("operationId").asText();
          all.add(new Operation(id, call, method.getValue(), body));
        }
      }
    }
    return all.stream()
        .filter(o -> wanted == null ? !o.call().contains("{") : o.is(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                file.tooLittle(
                    wanted == null
                        ? "no POST or PUT without a hole in its path takes JSON"
                        : "no POST or PUT that takes JSON is called " + wanted,
                    "name one with --operation; there are "
                        + all.stream().map(Operation::call).toList()));
  }

  /** The path of the first server in the contract; the host comes from the connector's address. */
  private String base() {
    String url = api.at("/servers/0/url").asText("");
    try {
      @Nullable String path = URI.create(url).getPath();
      return path == null || path.equals("/") ? "" : path.replaceFirst("/$", "");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private @Nullable JsonNode body(JsonNode operation) {
    return json(resolved(operation.path("requestBody")).path("content"));
  }

  private @Nullable JsonNode answer(JsonNode operation) {
    return Stream.of("200", "201", "202", "2XX", "default")
        .map(status -> resolved(operation.path("responses").path(status)))
        .map(response -> json(response.path("content")))
        .filter(schema -> schema != null)
        .findFirst()
        .orElse(null);
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? api.at(node.get("$ref").asText().substring(1)) : node;
  }

  private static @Nullable JsonNode json(JsonNode content) {
    return content.properties().stream()
        .filter(e -> e.getKey().startsWith("application/json") || e.getKey().contains("+json"))
        .map(e -> e.getValue().get("schema"))
        .filter(schema -> schema != null)
        .findFirst()
        .orElse(null);
  }

  /** One schema of the contract as a file of its own, with the components that it needs. */
  private JsonNode schema(JsonNode theirs, String title) {
    ObjectNode defs = JsonNodeFactory.instance.objectNode();
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", DefaultReply.DRAFT);
    schema.put("title", title);
    JsonNode converted = converted(theirs, defs);
    schema.setAll((ObjectNode) converted);
    if (!defs.isEmpty()) {
      schema.set("$defs", defs);
    }
    return schema;
  }

  private JsonNode converted(JsonNode theirs, ObjectNode defs) {
    if (theirs.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      theirs.forEach(entry -> list.add(converted(entry, defs)));
      return list;
    }
    if (!theirs.isObject()) {
      return theirs;
    }
    ObjectNode ours = JsonNodeFactory.instance.objectNode();
    theirs.properties().forEach(e -> ours.set(e.getKey(), converted(e.getValue(), defs)));
    if (theirs.path("$ref").isTextual()) {
      ours.put("$ref", reference(theirs.get("$ref").asText(), defs));
    }
    olderWords(ours);
    return ours;
  }

  private String reference(String ref, ObjectNode defs) {
    if (!ref.startsWith(COMPONENTS)) {
      throw file.tooLittle(
          "it refers to " + ref, "give one file in which everything is below components/schemas");
    }
    String name = ref.substring(COMPONENTS.length());
    if (!defs.has(name)) {
      JsonNode component = api.at(ref.substring(1));
      if (component.isMissingNode()) {
        throw file.broken(0, "it refers to %s, which is not there".formatted(ref));
      }
      defs.putObject(name); // registered before its content is read: it may refer to itself
      defs.set(name, converted(component, defs));
    }
    return "#/$defs/" + name;
  }

  /** Converts keywords that OpenAPI 3.0 used before it followed JSON Schema. */
  private static void olderWords(ObjectNode schema) {
    if (schema.path("nullable").asBoolean() && schema.path("type").isTextual()) {
      String type = schema.get("type").asText();
      schema.remove("nullable");
      schema.putArray("type").add(type).add("null");
    }
    for (String limit : List.of("Minimum", "Maximum")) {
      String plain = limit.toLowerCase(Locale.ROOT);
      if (schema.path("exclusive" + limit).isBoolean()) {
        boolean exclusive = schema.remove("exclusive" + limit).asBoolean();
        if (exclusive && schema.has(plain)) {
          schema.set("exclusive" + limit, schema.remove(plain));
        }
      }
    }
    if (schema.path("example").isValueNode() && schema.has("type")) {
      schema.putArray("examples").add(schema.remove("example"));
    }
  }
}
