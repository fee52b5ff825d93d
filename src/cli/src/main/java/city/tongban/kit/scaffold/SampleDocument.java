package city.tongban.kit.scaffold;

import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.ServiceContract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sample document of the department, with a value in each field that is required or given. */
final class SampleDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private final Function<MessageField, @Nullable String> given;

  /**
   * Creates a writer of sample documents.
   *
   * @param given a value for a field; null where any value will do
   */
  SampleDocument(Function<MessageField, @Nullable String> given) {
    this.given = given;
  }

  String text(ServiceContract contract, MessageField root) {
    if (contract.isJson()) {
      return json(root).toPrettyString() + "\n";
    }
    FieldNotation.Elements names = FieldNotation.Elements.of(root);
    StringBuilder text = new StringBuilder();
    xml(root, names, " " + names.declarations(), "", text);
    return text.toString();
  }

  private boolean needed(MessageField field) {
    return field.required()
        || given.apply(field) != null
        || field.children().stream().anyMatch(this::given);
  }

  private static boolean isAttribute(MessageField field) {
    return field.name().startsWith("@");
  }

  private boolean given(MessageField field) {
    return given.apply(field) != null || field.children().stream().anyMatch(this::given);
  }

  private String value(MessageField field) {
    @Nullable String value = given.apply(field);
    return value == null ? FieldValues.sampleOf(field) : value;
  }

  private JsonNode json(MessageField field) {
    JsonNode one = field.isGroup() ? object(field) : scalar(field);
    return field.repeated() ? NODES.arrayNode().add(one) : one;
  }

  private ObjectNode object(MessageField group) {
    ObjectNode object = NODES.objectNode();
    group.children().stream()
        .filter(this::needed)
        .forEach(child -> object.set(child.name(), json(child)));
    return object;
  }

  private JsonNode scalar(MessageField field) {
    String value = value(field);
    return switch (field.kind()) {
      case NUMBER -> NODES.numberNode(new BigDecimal(value));
      case BOOLEAN -> NODES.booleanNode(value.equals("true"));
      default -> NODES.textNode(value);
    };
  }

  private void xml(
      MessageField field,
      FieldNotation.Elements names,
      String declared,
      String indent,
      StringBuilder text) {
    String name = names.step(field);
    StringBuilder attributes = new StringBuilder(declared.stripTrailing());
    field.children().stream()
        .filter(SampleDocument::isAttribute)
        .forEach(
            a ->
                attributes.append(
                    " %s=\"%s\"".formatted(a.name().substring(1), XmlEscaper.escaped(value(a)))));
    String open = indent + "<" + name + attributes + ">";
    if (!field.isGroup()) {
      text.append(open).append(XmlEscaper.escaped(value(field))).append("</" + name + ">\n");
      return;
    }
    text.append(open).append('\n');
    field.children().stream()
        .filter(child -> needed(child) && !isAttribute(child))
        .forEach(child -> xml(child, names, "", indent + "  ", text));
    text.append(indent).append("</" + name + ">\n");
  }
}
