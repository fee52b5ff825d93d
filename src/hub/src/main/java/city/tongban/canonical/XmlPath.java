package city.tongban.canonical;

import org.w3c.dom.Node;

/** The path of an element: {@code /case/materials/material[2]/title}; [1] is left out. */
final class XmlPath {
  private XmlPath() {}

  static String of(Node element) {
    Node parent = element.getParentNode();
    String above = parent == null || parent.getNodeType() != Node.ELEMENT_NODE ? "" : of(parent);
    int position = position(element);
    return above + "/" + element.getNodeName() + (position == 1 ? "" : "[" + position + "]");
  }

  private static int position(Node element) {
    int position = 1;
    for (Node n = element.getPreviousSibling(); n != null; n = n.getPreviousSibling()) {
      if (n.getNodeType() == Node.ELEMENT_NODE && n.getNodeName().equals(element.getNodeName())) {
        position++;
      }
    }
    return position;
  }
}
