package city.rehearsal.simulator.publicsecurity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The fields of a document, all of them plain text.
 *
 * @param kind name of the document: YWSQ, YWCX or YWCH
 */
record Fields(String kind, Map<String, String> values) {
  static final String NAMESPACE = "urn:gat:rkgl:v1";

  static Fields of(Element document) throws FieldError {
    Map<String, String> values = new LinkedHashMap<>();
    for (Element field : Xml.children(document)) {
      String name = field.getLocalName();
      if (!NAMESPACE.equals(field.getNamespaceURI()) || !Xml.children(field).isEmpty()) {
        throw new FieldError(name, "只能是文本");
      }
      if (values.put(name, field.getTextContent()) != null) {
        throw new FieldError(name, "重复");
      }
    }
    if (!NAMESPACE.equals(document.getNamespaceURI())) {
      throw new FieldError(document.getLocalName(), "命名空间错误");
    }
    return new Fields(document.getLocalName(), values);
  }

  @Nullable String get(String name) {
    String text = values.get(name);
    return text == null || text.isEmpty() ? null : text;
  }

  /** A field that has been found to be there. */
  String required(String name) {
    return String.valueOf(get(name));
  }

  Set<String> names() {
    return values.keySet();
  }
}
