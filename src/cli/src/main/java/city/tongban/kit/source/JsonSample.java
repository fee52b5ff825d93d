package city.tongban.kit.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Reads a contract that is one sample message: every field in it is required in ours. */
final class JsonSample {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonSample() {}

  static ServiceContract read(SourceFile file, JsonNode sample) {
    if (!sample.isObject() || sample.isEmpty()) {
      throw file.tooLittle(
          "the outermost value is no object with fields",
          "give one message as they want to get it");
    }
    ObjectNode schema = NODES.objectNode();
    schema.put("$schema", DefaultReply.DRAFT);
    schema.put("title", "What they want to hear; drawn from " + file.name());
    schema.setAll(schema(file, sample, ""));
    return DefaultReply.json(
        "POST /applications", schema, new JsonShapes(x -> null, () -> deep(file)));
  }

  static RuntimeException deep(SourceFile file) {
    return file.tooLittle(
        "a part of it holds itself, or it is more than 30 levels deep",
        "give a message without that part");
  }

  private static ObjectNode schema(SourceFile file, JsonNode value, String at) {
    ObjectNode schema = NODES.objectNode();
    if (value.isObject()) {
      schema.put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      ArrayNode required = NODES.arrayNode();
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        properties.set(field.getKey(), schema(file, field.getValue(), at + "/" + field.getKey()));
        if (!field.getValue().isNull()
            && CanonicalFieldGuess.of(field.getKey()) != CanonicalFieldGuess.PHONE) {
          required.add(field.getKey());
        }
      }
      if (!required.isEmpty()) {
        schema.set("required", required);
      }
      return schema.put("additionalProperties", false);
    }
    if (value.isArray()) {
      if (!value.has(0) || value.get(0).isArray()) {
        throw file.tooLittle(
            "the list at %s is empty, or a list of lists".formatted(at),
            "give a message with one entry in it");
      }
      schema.put("type", "array");
      schema.set("items", schema(file, value.get(0), at));
      return schema;
    }
    schema.put("type", type(value));
    if (value.isTextual() && !value.textValue().isEmpty()) {
      schema.put("minLength", 1);
    }
    if (!value.isNull()) {
      schema.putArray("examples").add(value);
    }
    return schema;
  }

  private static String type(JsonNode value) {
    return value.isBoolean()
        ? "boolean"
        : value.isIntegralNumber() ? "integer" : value.isNumber() ? "number" : "string";
  }
}
