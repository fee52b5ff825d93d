package city.tongban.mapping;

import city.tongban.canonical.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;
import org.jspecify.annotations.Nullable;

/**
 * How a partner writes lines into its files. A sheet sees and makes a line as an element named like
 * its record in {@code wire.beanio.xml}, with one element for each column.
 */
interface LineCodec {

  LineFormat layout();

  /** A line by name and columns, in their bytes. */
  byte[] write(String record, Map<String, String> columns);

  /**
   * Their line as XML text, an element for each column that says something.
   *
   * @param contentType what its file says of itself, if it does
   */
  String read(byte[] line, @Nullable String contentType);

  /** What a file says of its own charset in its first bytes, before any line. */
  default @Nullable String contentType(byte[] file) {
    return null;
  }

  /** Whether a line may break inside of quotes and go on. */
  default boolean quotes() {
    return false;
  }

  /** The line that a sheet made, in their bytes. */
  default byte[] write(XdmNode tree) {
    XdmNode record =
        tree.select(Steps.child().where(n -> n.getNodeKind() == XdmNodeKind.ELEMENT)).firstItem();
    if (record == null) {
      throw Refusal.of("HUB-9003", "the sheet made no line");
    }
    Map<String, String> columns = new LinkedHashMap<>();
    record
        .select(Steps.child().where(n -> n.getNodeKind() == XdmNodeKind.ELEMENT))
        .forEach(c -> columns.put(c.getNodeName().getLocalName(), c.getStringValue()));
    return write(record.getNodeName().getLocalName(), columns);
  }
}
