package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import city.tongban.connector.Er7;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.XdmNode;

/** Converts the XML form to ER7 text. Refuses an element at a wrong position. */
final class Er7Writer {
  private static final Pattern LAST = Pattern.compile("(.*)\\.([1-9]\\d{0,2})");
  private static final char[] SIGNS = {'|', '^', '&'};

  private final StringBuilder text = new StringBuilder();

  private Er7Writer() {}

  static String text(XdmNode tree) {
    Er7Writer writer = new Er7Writer();
    for (XdmNode root : tree.children("*")) {
      for (XdmNode segment : root.children("*")) {
        writer.segment(segment);
      }
    }
    return writer.text.toString();
  }

  private void segment(XdmNode segment) {
    String name = segment.getNodeName().getLocalName();
    text.append(name);
    if (name.equals("MSH")) {
      text.append('|').append(Er7.SIGNS);
      parts(segment, name, 0, 2);
    } else {
      parts(segment, name, 0, 0);
    }
    text.append('\r');
  }

  /**
   * @param level 0 for fields, 1 for components, 2 for sub-components
   * @param written positions written already
   */
  private void parts(XdmNode parent, String name, int level, int written) {
    int place = written;
    boolean any = false;
    for (XdmNode part : parent.children("*")) {
      any = true;
      int next = place(part, name);
      if (level == 0 && next == place && place > written) {
        text.append('~');
      } else if (next <= place || level == SIGNS.length) {
        throw misplaced(part);
      } else {
        // no separator before the first part of a field, but one before the first field
        for (int i = Math.max(place, level == 0 ? 0 : 1); i < next; i++) {
          text.append(SIGNS[level]);
        }
      }
      place = next;
      parts(part, part.getNodeName().getLocalName(), level + 1, 0);
    }
    if (!any && level > 0) {
      text.append(Er7.escape(parent.getStringValue()));
    }
  }

  private static int place(XdmNode part, String parent) {
    Matcher last = LAST.matcher(part.getNodeName().getLocalName());
    if (!last.matches() || !last.group(1).equals(parent)) {
      throw misplaced(part);
    }
    return Integer.parseInt(last.group(2));
  }

  private static Refusal misplaced(XdmNode part) {
    return Refusal.of(
            "HUB-9003", "the stylesheet writes %s at a wrong position", part.getNodeName())
        .because("an element is named by its position, and positions are in order")
        .fix("correct the stylesheet, then resend")
        .at(NodePaths.of(part.getUnderlyingNode()));
  }
}
