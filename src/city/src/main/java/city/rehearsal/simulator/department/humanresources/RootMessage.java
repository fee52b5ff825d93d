package city.rehearsal.simulator.department.humanresources;

import city.rehearsal.simulator.core.Fields;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.protocol.soap.SoapEnvelope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The document inside the request: a HEAD that names the transaction, a BODY of plain fields. */
record RootMessage(Fields head, Fields body) {
  private static final Set<String> HEAD = Set.of("TRANSCODE", "MSGID", "SENDTIME");

  static RootMessage read(String document) throws FormatException {
    if (SoapEnvelope.declaresOther(document, Text.GB18030)) {
      throw new FormatException("ROOT声明的字符集不是GB18030");
    }
    try {
      Element root = Xml.parse(document).getDocumentElement();
      if (!root.getNodeName().equals("ROOT")) {
        throw new FormatException("ROOT缺失");
      }
      return read(root);
    } catch (SAXException e) {
      throw new FormatException("ROOT不是格式良好的XML");
    }
  }

  private static RootMessage read(Element root) throws FormatException, SAXException {
    Map<String, String> head = Map.of();
    @Nullable Map<String, String> body = null;
    for (Element part : Xml.children(root)) {
      switch (part.getNodeName()) {
        case "HEAD" -> head = Xml.fields(part, null);
        case "BODY" -> body = Xml.fields(part, null);
        default -> throw new FormatException(part.getNodeName() + "不是接口字段");
      }
    }
    if (!head.keySet().equals(HEAD) || body == null) {
      throw new FormatException("HEAD或BODY不完整");
    }
    return new RootMessage(new Fields(head), new Fields(body));
  }

  String transcode() {
    return head.values().getOrDefault("TRANSCODE", "");
  }

  String msgId() {
    return head.values().getOrDefault("MSGID", "");
  }

  /** A field of the body that {@link Transaction#check} has found to be there. */
  String required(String name) {
    return body.required(name);
  }
}
