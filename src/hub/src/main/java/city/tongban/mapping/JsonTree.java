package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Converts the {@code fn:map} form that a stylesheet made to JSON.
 *
 * <p>Not {@code xml-to-json()}: it converts every number to a double, so that 1260000 becomes
 * 1.26E6 and eighteen digits become sixteen.
 */
final class JsonTree {
  private static final String FN = "http://www.w3.org/2005/xpath-functions";
  private static final QName KEY = new QName("key");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  static JsonNode of(XdmNode tree) {
    XdmNode root = tree.select(Steps.child().where(JsonTree::isElement)).firstItem();
    if (root == null) {
      throw wrong("it is empty", tree);
    }
    return value(root);
  }

  private static JsonNode value(XdmNode element) {
    if (!FN.equals(element.getNodeName().getNamespace())) {
      throw wrong("an element is not in " + FN, element);
    }
    return switch (element.getNodeName().getLocalName()) {
      case "map" -> object(element);
      case "array" -> array(element);
      case "string" -> NODES.textNode(element.getStringValue());
      case "number" -> number(element);
      case "boolean" -> NODES.booleanNode(element.getStringValue().equals("true"));
      case "null" -> NODES.nullNode();
      default -> throw wrong("an element is none of the seven kinds", element);
    };
  }

  private static ObjectNode object(XdmNode element) {
    ObjectNode object = NODES.objectNode();
    element
        .select(Steps.child().where(JsonTree::isElement))
        .forEach(
            member -> {
              String key = member.getAttributeValue(KEY);
              if (key == null || object.has(key)) {
                throw wrong("a key is missing or occurs twice", member);
              }
              object.set(key, value(member));
            });
    return object;
  }

  private static ArrayNode array(XdmNode element) {
    ArrayNode array = NODES.arrayNode();
    element
        .select(Steps.child().where(JsonTree::isElement))
        .forEach(member -> array.add(value(member)));
    return array;
  }

  private static JsonNode number(XdmNode element) {
    try {
      // not by the factory, which would write 1260000 as 1.26E6 too
      return DecimalNode.valueOf(new BigDecimal(element.getStringValue().strip()));
    } catch (NumberFormatException e) {
      throw wrong("a number is not valid", element);
    }
  }

  private static boolean isElement(@Nullable XdmNode node) {
    return node != null && node.getNodeKind() == XdmNodeKind.ELEMENT;
  }

  private static Refusal wrong(String why, XdmNode node) {
    return Refusal.of("HUB-9003", "the stylesheet's result is not the JSON form")
        .because(why)
        .fix("the stylesheet must make one map of map, array, string, number, boolean or null")
        .at(NodePaths.of(node.getUnderlyingNode()));
  }
}
