package city.tongban.intake;

import city.tongban.canonical.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Converts an XML element to the tree that the JSON message would give, so that one schema
 * validates both.
 *
 * <p>It does not validate fields: a field that the schema lacks is in the tree too, and is refused
 * by the schema together with all other errors.
 */
final class XmlToJsonReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  /** Schema location hints, which many XML writers add; the hub never fetches them. */
  private static final Set<String> HINTS = Set.of("schemaLocation", "noNamespaceSchemaLocation");

  private final XMLStreamReader xml;
  private final String namespace;

  XmlToJsonReader(XMLStreamReader xml, String namespace) {
    this.xml = xml;
    this.namespace = namespace;
  }

  /**
   * One element inside another.
   *
   * @param field the value of the attribute {@code name} of a {@code <field name="…">}
   */
  private record Child(String name, @Nullable String field, JsonNode node) {}

  /** Reads the element at which the reader is positioned, to its end. */
  JsonNode read(SchemaNode shape) throws XMLStreamException {
    String name = name();
    refuseAttributes(false);
    return content(name, shape);
  }

  private JsonNode content(String name, SchemaNode shape) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    List<Child> children = new ArrayList<>();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(child(shape));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        default -> {
          // comments are ignored
        }
      }
    }
    if (children.isEmpty() && shape.isText()) {
      return leaf(shape, text.toString());
    }
    if (!text.toString().isBlank()) {
      throw SoapMessageReader.malformed("text stands beside the elements of one, " + where(xml));
    }
    return switch (shape.kind()) {
      case LIST -> list(SchemaNode.single(name), children);
      case FIELDS -> fields(children);
      default -> object(children);
    };
  }

  private Child child(SchemaNode parent) throws XMLStreamException {
    String name = name();
    boolean field = parent.kind() == SchemaNode.Kind.FIELDS && name.equals("field");
    refuseAttributes(field);
    String named = field ? xml.getAttributeValue(null, "name") : null;
    return new Child(name, named, content(name, parent.child(name)));
  }

  private static JsonNode leaf(SchemaNode shape, String text) {
    return shape.kind() == SchemaNode.Kind.NUMBER && INTEGER.matcher(text.strip()).matches()
        ? NODES.numberNode(Integer.parseInt(text.strip()))
        : NODES.textNode(text);
  }

  private ObjectNode object(List<Child> children) {
    ObjectNode object = NODES.objectNode();
    children.forEach(child -> put(object, child.name(), child.node()));
    return object;
  }

  private ArrayNode list(String single, List<Child> children) {
    ArrayNode list = NODES.arrayNode();
    for (Child child : children) {
      list.add(child.name().equals(single) ? child.node() : object(List.of(child)));
    }
    return list;
  }

  /** An element that is not a form field becomes a value that the schema refuses. */
  private ObjectNode fields(List<Child> children) {
    ObjectNode fields = NODES.objectNode();
    for (Child child : children) {
      if (child.field() == null) {
        put(fields, child.name(), NODES.arrayNode());
      } else {
        put(fields, child.field(), child.node());
      }
    }
    return fields;
  }

  private void put(ObjectNode object, String name, JsonNode node) {
    if (object.has(name)) {
      throw SoapMessageReader.malformed(
          "one of its elements says the same field twice, " + where(xml));
    }
    object.set(name, node);
  }

  /**
   * The name in James Clark's notation, {@code {namespace}name}, where the namespace is not ours.
   */
  private String name() {
    String space = xml.getNamespaceURI();
    return namespace.equals(space)
        ? xml.getLocalName()
        : "{" + (space == null ? "" : space) + "}" + xml.getLocalName();
  }

  private void refuseAttributes(boolean field) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String space = xml.getAttributeNamespace(i);
      String local = xml.getAttributeLocalName(i);
      boolean hint =
          XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(space) && HINTS.contains(local);
      boolean name = field && local.equals("name") && (space == null || space.isEmpty());
      if (!hint && !name) {
        throw Refusal.of("HUB-1003", "an element has an attribute that is not in the contract")
            .because("unknown attributes are refused, because ignoring one could lose data")
            .fix("leave the attribute out, " + where(xml));
      }
    }
  }

  private static String where(XMLStreamReader xml) {
    return SoapMessageReader.where(xml.getLocation());
  }
}
