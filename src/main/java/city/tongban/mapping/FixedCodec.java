package city.tongban.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import city.tongban.canonical.Fault;
import city.tongban.canonical.HubException;
import city.tongban.canonical.Refusal;
import city.tongban.connector.Connector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.beanio.BeanIOException;
import org.beanio.BeanReaderException;
import org.beanio.InvalidRecordException;
import org.beanio.Marshaller;
import org.beanio.StreamFactory;
import org.beanio.Unmarshaller;
import org.jspecify.annotations.Nullable;

/**
 * Lines of columns that are counted in bytes, by the bundle's {@code wire.beanio.xml}. A sheet sees
 * and makes a line as an element named like its record, with one element for each column.
 */
final class FixedCodec {
  static final String REQUEST = "request";
  static final String RESULT = "result";
  private static final String PATH = "mappings/wire.beanio.xml";

  private final Connector connector;
  private final FixedLayout layout;
  private final StreamFactory streams = StreamFactory.newInstance();

  FixedCodec(Connector connector) {
    this.connector = connector;
    String xml =
        connector
            .bundle()
            .file(PATH)
            .map(bytes -> new String(bytes, UTF_8))
            .orElseThrow(() -> broken("it is not there", null));
    try {
      layout = FixedLayout.of(xml);
      String typed = FixedLayout.withText(xml, ByteText.class.getName(), connector.charset());
      streams.load(new ByteArrayInputStream(typed.getBytes(UTF_8)));
    } catch (IllegalArgumentException | BeanIOException | HubException | IOException e) {
      throw broken(String.valueOf(e.getMessage()), e);
    }
  }

  /** The line that a sheet made, in their bytes. */
  byte[] write(XdmNode tree) {
    XdmNode record =
        tree.select(Steps.child().where(n -> n.getNodeKind() == XdmNodeKind.ELEMENT)).firstItem();
    if (record == null) {
      throw Refusal.of("HUB-9003", "the sheet made no line");
    }
    String name = record.getNodeName().getLocalName();
    Map<String, String> columns = new LinkedHashMap<>();
    record
        .select(Steps.child().where(n -> n.getNodeKind() == XdmNodeKind.ELEMENT))
        .forEach(c -> columns.put(c.getNodeName().getLocalName(), c.getStringValue()));
    return write(name, columns);
  }

  /** A line by name and columns; what has no room is refused, where BeanIO would cut it. */
  byte[] write(String record, Map<String, String> columns) {
    columns.forEach(
        (column, value) -> {
          int width = layout.width(REQUEST, record, column);
          String at = "/" + record + "/" + column;
          int bytes = StrictText.encode(value, connector.charset(), at).length;
          if (bytes > width) {
            throw Refusal.of("HUB-9006", "the value has no room in their field %s", column)
                .because("it takes %d bytes, and the column has %d".formatted(bytes, width))
                .fix("agree with the back-end or the resident on a shorter form; it is never cut")
                .at(at);
          }
        });
    Map<String, String> all = new LinkedHashMap<>(layout.literals(REQUEST, record));
    all.putAll(columns);
    Marshaller marshaller = streams.createMarshaller(REQUEST);
    try {
      return marshaller.marshal(record, all).toString().getBytes(ByteText.BYTES);
    } catch (BeanIOException e) {
      throw known(e, "HUB-9004", "the line does not fit its record '%s'".formatted(record));
    }
  }

  /** Their line as XML text, an element for each column that says something. */
  String read(byte[] line) {
    Unmarshaller unmarshaller = streams.createUnmarshaller(RESULT);
    Object columns;
    try {
      columns = unmarshaller.unmarshal(new String(line, ByteText.BYTES));
    } catch (BeanReaderException e) {
      throw known(e, "HUB-9010", "the line is none of theirs" + fields(e));
    }
    String record = unmarshaller.getRecordName();
    if (line.length != layout.length(RESULT, record)) {
      throw Refusal.of("HUB-9010", "the line '%s' has another length than agreed", record)
          .because("%d bytes, not %d".formatted(line.length, layout.length(RESULT, record)))
          .fix("ask the back-end what it sent");
    }
    return xml(record, (Map<?, ?>) columns);
  }

  private String xml(String record, Map<?, ?> columns) {
    StringBuilder xml = new StringBuilder("<" + record + ">");
    for (String column : layout.names(RESULT, record)) {
      Object value = columns.get(column);
      if (value != null && !value.toString().isEmpty()) {
        String text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
        xml.append('<').append(column).append('>').append(text);
        xml.append("</").append(column).append('>');
      }
    }
    return xml.append("</").append(record).append('>').toString();
  }

  /** BeanIO's own message may quote what the resident wrote; the names of the fields do not. */
  private static String fields(BeanReaderException e) {
    return e instanceof InvalidRecordException && e.getRecordContext().hasFieldErrors()
        ? ": look at " + e.getRecordContext().getFieldErrors().keySet()
        : "";
  }

  private static HubException known(BeanIOException e, String code, String what) {
    for (Throwable cause : ExceptionUtils.getThrowableList(e)) {
      if (cause instanceof HubException known) {
        return known;
      }
    }
    return Refusal.of(code, what)
        .because("BeanIO refused it: " + e.getClass().getSimpleName())
        .fix("compare the line with wire.beanio.xml");
  }

  private Fault broken(String why, @Nullable Throwable cause) {
    Fault fault =
        Fault.of("HUB-8009", "%s is not usable", BundlePath.shown(connector.backEnd(), PATH))
            .because(why)
            .fix("mend the file; the bundle before stays active");
    return cause == null ? fault : fault.causedBy(cause);
  }
}
