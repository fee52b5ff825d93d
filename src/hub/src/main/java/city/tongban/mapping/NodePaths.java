package city.tongban.mapping;

import net.sf.saxon.om.AxisInfo;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.om.NodeInfo;
import net.sf.saxon.tree.iter.AxisIterator;
import net.sf.saxon.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The path of a node in the notation of its format: {@code /case/materials/material[2]/title} in
 * XML, {@code /sqr/zjlx} in JSON.
 */
final class NodePaths {
  private NodePaths() {}

  static String of(NodeInfo node) {
    NodeInfo element = node.getNodeKind() == Type.ELEMENT ? node : node.getParent();
    String path = element == null ? "" : above(element);
    return path.isEmpty() ? "/" : path;
  }

  private static String above(@Nullable NodeInfo element) {
    if (element == null || element.getNodeKind() != Type.ELEMENT) {
      return "";
    }
    String above = above(element.getParent());
    if (!element.getNamespaceUri().equals(NamespaceUri.FN)) {
      int position = position(element, true);
      return above + "/" + element.getDisplayName() + (position == 1 ? "" : "[" + position + "]");
    }
    String key = element.getAttributeValue(NamespaceUri.NULL, "key");
    boolean inArray =
        element.getParent() != null && "array".equals(element.getParent().getLocalPart());
    return above + (key != null ? "/" + key : inArray ? "[" + position(element, false) + "]" : "");
  }

  private static int position(NodeInfo element, boolean sameName) {
    int position = 1;
    AxisIterator before = element.iterateAxis(AxisInfo.PRECEDING_SIBLING);
    for (NodeInfo n = before.next(); n != null; n = before.next()) {
      boolean counts =
          n.getNodeKind() == Type.ELEMENT
              && (!sameName || n.getDisplayName().equals(element.getDisplayName()));
      position += counts ? 1 : 0;
    }
    return position;
  }
}
