package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Converts lines of a back-end's files. For a stylesheet a line is an element named like its record
 * in {@code wire.beanio.xml}, with one element per column.
 */
interface LineCodec {

  LineFormat layout();

  /** Writes a line by record name and columns. */
  byte[] write(String record, Map<String, String> columns);

  /**
   * Reads a line as XML text, one element per non-empty column.
   *
   * @param contentType declared by the file; null without a declaration
   */
  String read(byte[] line, @Nullable String contentType);

  /** The charset that the first bytes of a file declare. */
  default @Nullable String contentType(byte[] file) {
    return null;
  }

  /** Whether quotes may contain a line break. */
  default boolean quotes() {
    return false;
  }

  /** Writes the line that a stylesheet made. */
  default byte[] write(XdmNode tree) {
    XdmNode record =
        tree.select(Steps.child().where(n -> n.getNodeKind() == XdmNodeKind.ELEMENT)).firstItem();
    if (record == null) {
      throw Refusal.of("HUB-9003", "the stylesheet made no line");
    }
    Map<String, String> columns = new LinkedHashMap<>();
    record
        .select(Steps.child().where(n -> n.getNodeKind() == XdmNodeKind.ELEMENT))
        .forEach(c -> columns.put(c.getNodeName().getLocalName(), c.getStringValue()));
    return write(record.getNodeName().getLocalName(), columns);
  }
}
