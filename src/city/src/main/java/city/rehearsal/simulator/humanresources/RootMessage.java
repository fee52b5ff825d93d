package city.rehearsal.simulator.humanresources;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The document inside the request: a HEAD that names the transaction, a BODY of plain fields. */
record RootMessage(Map<String, String> head, Map<String, String> body) {
  private static final Set<String> HEAD = Set.of("TRANSCODE", "MSGID", "SENDTIME");

  static RootMessage read(String document) throws FieldError {
    if (Envelope.declaresOther(document)) {
      throw new FieldError("ROOT", "声明的字符集不是GB18030");
    }
    try {
      Element root = Xml.parse(document);
      if (!root.getNodeName().equals("ROOT")) {
        throw new FieldError("ROOT", "缺失");
      }
      Map<String, String> head = Map.of();
      @Nullable Map<String, String> body = null;
      for (Element part : Xml.children(root)) {
        switch (part.getNodeName()) {
          case "HEAD" -> head = fields(part);
          case "BODY" -> body = fields(part);
          default -> throw new FieldError(part.getNodeName(), "不是接口字段");
        }
      }
      if (!head.keySet().equals(HEAD) || body == null) {
        throw new FieldError("HEAD", "或BODY不完整");
      }
      return new RootMessage(head, body);
    } catch (SAXException e) {
      throw new FieldError("ROOT", "不是格式良好的XML");
    }
  }

  private static Map<String, String> fields(Element part) throws FieldError, SAXException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : Xml.children(part)) {
      String name = field.getNodeName();
      if (field.getElementsByTagName("*").getLength() + field.getAttributes().getLength() > 0) {
        throw new FieldError(name, "只能是文本");
      }
      if (fields.put(name, field.getTextContent()) != null) {
        throw new FieldError(name, "重复");
      }
    }
    return fields;
  }

  String transcode() {
    return head.getOrDefault("TRANSCODE", "");
  }

  String msgId() {
    return head.getOrDefault("MSGID", "");
  }

  /** A field of the body; an empty element counts as absent. */
  @Nullable String field(String name) {
    String text = body.get(name);
    return text == null || text.isEmpty() ? null : text;
  }

  /** A field that {@link Transaction#check} has found to be there. */
  String required(String name) {
    return String.valueOf(field(name));
  }
}
