package city.tongban.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The schema of a field, as far as the XML reader needs it: XML does not distinguish a text from an
 * empty object, or a list from a field.
 */
final class SchemaNode {
  private final JsonNode document;
  private final JsonNode schema;

  private SchemaNode(JsonNode document, JsonNode schema) {
    this.document = document;
    this.schema = schema;
  }

  enum Kind {
    TEXT,
    NUMBER,
    OBJECT,
    /** {@code <materials><material/>…} */
    LIST,
    /** {@code <form><field name="address">…} */
    FIELDS,
    /** not in the schema; its content decides */
    UNKNOWN
  }

  static SchemaNode of(JsonNode document, String schema) {
    return new SchemaNode(document, document.at("/components/schemas/" + schema));
  }

  /** A node for fields that the schema does not describe. */
  static SchemaNode fields() {
    return new SchemaNode(
        MissingNode.getInstance(), JsonNodeFactory.instance.objectNode().put("type", "object"));
  }

  Kind kind() {
    return switch (schema.path("type").asText()) {
      case "array" -> Kind.LIST;
      case "integer" -> Kind.NUMBER;
      case "object" -> schema.path("additionalProperties").isObject() ? Kind.FIELDS : Kind.OBJECT;
      case "" -> Kind.UNKNOWN;
      default -> Kind.TEXT;
    };
  }

  /** Whether it holds text when no elements are found in it. */
  boolean isText() {
    return switch (kind()) {
      case TEXT, NUMBER, UNKNOWN -> true;
      case OBJECT, LIST, FIELDS -> false;
    };
  }

  SchemaNode child(String name) {
    return switch (kind()) {
      case LIST -> resolved(schema.path("items"));
      case FIELDS -> resolved(schema.path("additionalProperties"));
      default -> resolved(schema.path("properties").path(name));
    };
  }

  /** The element name of a list's entries: the list's name without the s. */
  static String single(String list) {
    return list.substring(0, list.length() - 1);
  }

  /** From {@code /materials/1/title} to {@code /materials/material[2]/title}; [1] is left out. */
  String place(String pointer) {
    StringBuilder place = new StringBuilder();
    SchemaNode at = this;
    String above = "";
    for (String step : pointer.split("/", -1)) {
      if (step.isEmpty() && place.isEmpty()) {
        continue; // before the first slash
      }
      String name = step.replace("~1", "/").replace("~0", "~");
      switch (at.kind()) {
        case LIST -> place.append('/').append(single(above)).append(position(name));
        case FIELDS -> place.append("/field[@name='").append(name).append("']");
        default -> place.append('/').append(name);
      }
      at = at.child(name);
      above = name;
    }
    return place.toString();
  }

  private static String position(String index) {
    return index.equals("0") ? "" : "[" + (Integer.parseInt(index) + 1) + "]";
  }

  private SchemaNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return new SchemaNode(
        document, reference.isEmpty() ? schema : document.at(reference.substring(1)));
  }
}
