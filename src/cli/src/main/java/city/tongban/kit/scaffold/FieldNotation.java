package city.tongban.kit.scaffold;

import city.tongban.kit.source.MessageField;
import city.tongban.kit.source.ServiceContract;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a sheet writes a field of theirs, and finds one: the {@code fn:map} form, or elements. */
sealed interface FieldNotation {
  /** For the sheet's first element. */
  String declarations();

  String open(MessageField field);

  String close(MessageField field);

  /** A step of a path to it. */
  String step(MessageField field);

  /** What stands around the entries of a list; empty where nothing does. */
  String openList(MessageField list);

  String closeList(MessageField list);

  /** An entry of a list, which in JSON has no name of its own. */
  MessageField entry(MessageField list);

  static FieldNotation of(ServiceContract contract, MessageField root) {
    return contract.isJson() ? new Json() : Elements.of(root);
  }

  /** JSON by the form of XPath 3.1. */
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

  /** XML; each namespace has a prefix, for an element may be in none. */
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
