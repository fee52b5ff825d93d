package city.tongban.console;

import city.tongban.canonical.HubException;
import city.tongban.canonical.SafeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;

/** Breaks and indents XML, including XML that a department puts into a CDATA section. */
final class XmlFormatter {
  private XmlFormatter() {}

  /** Empty when it is not well-formed or has a DOCTYPE. */
  static Optional<String> of(String text) {
    try {
      Document document = SafeXml.parse(text);
      unfold(document);
      return Optional.of(prolog(text) + write(document));
    } catch (HubException e) {
      return Optional.empty();
    }
  }

  /** Removes white space between elements and formats the content of CDATA sections. */
  private static void unfold(Node node) {
    for (Node child : children(node)) {
      if (child instanceof CDATASection cdata) {
        of(cdata.getData().strip()).ifPresent(xml -> cdata.setData("\n" + xml));
      } else if (child instanceof Text text && text.getData().isBlank() && hasElements(node)) {
        node.removeChild(child);
      } else {
        unfold(child);
      }
    }
  }

  private static boolean hasElements(Node node) {
    return children(node).stream().anyMatch(child -> child.getNodeType() == Node.ELEMENT_NODE);
  }

  private static List<Node> children(Node node) {
    List<Node> children = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      children.add(child);
    }
    return children;
  }

  private static String write(Document document) {
    var implementation = (DOMImplementationLS) document.getImplementation().getFeature("LS", "3.0");
    LSSerializer serializer = implementation.createLSSerializer();
    serializer.getDomConfig().setParameter("format-pretty-print", true);
    serializer.getDomConfig().setParameter("xml-declaration", false);
    serializer.setNewLine("\n");
    return serializer.writeToString(document);
  }

  /** The XML declaration as received, because its encoding is part of the record. */
  private static String prolog(String text) {
    int end = text.indexOf("?>");
    return text.startsWith("<?xml ") && end > 0 ? text.substring(0, end + 2) + "\n" : "";
  }
}
