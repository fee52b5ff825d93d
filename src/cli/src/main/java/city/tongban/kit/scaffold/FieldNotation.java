package city.tongban.kit.scaffold;

import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.ServiceContract;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a stylesheet writes and selects a field of the department: as {@code fn:map} form, or as
 * elements.
 */
sealed interface FieldNotation {
  /** Namespace declarations for the stylesheet's root element. */
  String declarations();

  String open(MessageField field);

  String close(MessageField field);

  /** The path step that selects the field. */
  String step(MessageField field);

  /** The opening tag around the entries of a list; empty where there is none. */
  String openList(MessageField list);

  String closeList(MessageField list);

  /** An entry of a list, which in JSON has no name of its own. */
  MessageField entry(MessageField list);

  static FieldNotation of(ServiceContract contract, MessageField root) {
    return contract.isJson() ? new Json() : Elements.of(root);
  }

  /** JSON in the XML form of XPath 3.1. */
  record Json() implements FieldNotation {
    private static final String FN = "http://www.w3.org/2005/xpath-functions";

    @Override
    public String declarations() {
      return "xmlns:j=\"" + FN + "\"";
    }

    @Override
    public String open(MessageField field) {
      return "<" + element(field) + key(field) + ">";
    }

    @Override
    public String close(MessageField field) {
      return "</" + element(field) + ">";
    }

    @Override
    public String step(MessageField field) {
      String list = field.repeated() ? "j:array[@key = '%s']/".formatted(field.name()) : "";
      boolean named = !field.name().isEmpty() && !field.repeated();
      return list + element(field) + (named ? "[@key = '%s']".formatted(field.name()) : "");
    }

    @Override
    public String openList(MessageField list) {
      return "<j:array" + key(list) + ">";
    }

    @Override
    public String closeList(MessageField list) {
      return "</j:array>";
    }

    @Override
    public MessageField entry(MessageField list) {
      return new MessageField(
          "", null, list.kind(), list.required(), false, list.facts(), list.children());
    }

    private static String key(MessageField field) {
      return field.name().isEmpty() ? "" : " key=\"" + XmlEscaper.escaped(field.name()) + "\"";
    }

    private static String element(MessageField field) {
      return switch (field.kind()) {
        case GROUP -> "j:map";
        case TEXT -> "j:string";
        case NUMBER -> "j:number";
        case BOOLEAN -> "j:boolean";
      };
    }
  }

  /** XML; each namespace has a prefix, because an element may also be in no namespace. */
  record Elements(Map<String, String> prefixes) implements FieldNotation {
    static Elements of(MessageField root) {
      Map<String, String> prefixes = new LinkedHashMap<>();
      collect(root, prefixes);
      return new Elements(prefixes);
    }

    private static void collect(MessageField shape, Map<String, String> into) {
      @Nullable String namespace = shape.namespace();
      if (namespace != null) {
        into.putIfAbsent(namespace, into.isEmpty() ? "t" : "t" + (into.size() + 1));
      }
      shape.children().forEach(child -> collect(child, into));
    }

    @Override
    public String declarations() {
      StringBuilder all = new StringBuilder();
      prefixes.forEach(
          (uri, p) -> all.append(" xmlns:%s=\"%s\"".formatted(p, XmlEscaper.escaped(uri))));
      return all.toString().strip();
    }

    @Override
    public String open(MessageField field) {
      return field.name().startsWith("@")
          ? "<xsl:attribute name=\"" + field.name().substring(1) + "\">"
          : "<" + step(field) + ">";
    }

    @Override
    public String close(MessageField field) {
      return field.name().startsWith("@") ? "</xsl:attribute>" : "</" + step(field) + ">";
    }

    @Override
    public String step(MessageField field) {
      @Nullable String namespace = field.namespace();
      String name = field.name().startsWith("@") ? field.name() : field.element();
      return namespace == null ? name : prefixes.get(namespace) + ":" + name;
    }

    @Override
    public String openList(MessageField list) {
      return "";
    }

    @Override
    public String closeList(MessageField list) {
      return "";
    }

    @Override
    public MessageField entry(MessageField list) {
      return list;
    }
  }
}
