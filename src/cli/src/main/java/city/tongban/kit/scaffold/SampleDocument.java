package city.tongban.kit.scaffold;

import city.tongban.kit.source.Contract;
import city.tongban.kit.source.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A document of theirs with a value in each field that it must have or that somebody gives. */
final class SampleDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final Function<Shape, @Nullable String> given;

  /**
   * @param given a value for a field; null where any will do
   */
  SampleDocument(Function<Shape, @Nullable String> given) {
    this.given = given;
  }

  String text(Contract contract, Shape root) {
    if (contract.isJson()) {
      return json(root).toPrettyString() + "\n";
    }
    Notation.Elements names = Notation.Elements.of(root);
    StringBuilder text = new StringBuilder();
    xml(root, names, " " + names.declarations(), "", text);
    return text.toString();
  }

  private boolean needed(Shape field) {
    return field.required()
        || given.apply(field) != null
        || field.children().stream().anyMatch(this::given);
  }

  private static boolean isAttribute(Shape field) {
    return field.name().startsWith("@");
  }

  private boolean given(Shape field) {
    return given.apply(field) != null || field.children().stream().anyMatch(this::given);
  }

  private String value(Shape field) {
    @Nullable String value = given.apply(field);
    return value == null ? Values.sampleOf(field) : value;
  }

  private JsonNode json(Shape field) {
    JsonNode one = field.isGroup() ? object(field) : scalar(field);
    return field.repeated() ? NODES.arrayNode().add(one) : one;
  }

  private ObjectNode object(Shape group) {
    ObjectNode object = NODES.objectNode();
    group.children().stream()
        .filter(this::needed)
        .forEach(child -> object.set(child.name(), json(child)));
    return object;
  }

  private JsonNode scalar(Shape field) {
    String value = value(field);
    return switch (field.kind()) {
      case NUMBER -> NODES.numberNode(new BigDecimal(value));
      case BOOLEAN -> NODES.booleanNode(value.equals("true"));
      default -> NODES.textNode(value);
    };
  }

  private void xml(
      Shape field, Notation.Elements names, String declared, String indent, StringBuilder text) {
    String name = names.step(field);
    StringBuilder attributes = new StringBuilder(declared.stripTrailing());
    field.children().stream()
        .filter(SampleDocument::isAttribute)
        .forEach(
            a ->
                attributes.append(
                    " %s=\"%s\"".formatted(a.name().substring(1), Xml.escaped(value(a)))));
    String open = indent + "<" + name + attributes + ">";
    if (!field.isGroup()) {
      text.append(open).append(Xml.escaped(value(field))).append("</" + name + ">\n");
      return;
    }
    text.append(open).append('\n');
    field.children().stream()
        .filter(child -> needed(child) && !isAttribute(child))
        .forEach(child -> xml(child, names, "", indent + "  ", text));
    text.append(indent).append("</" + name + ">\n");
  }
}
