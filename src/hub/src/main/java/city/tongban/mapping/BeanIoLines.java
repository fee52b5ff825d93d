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
import java.util.function.UnaryOperator;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.beanio.BeanIOException;
import org.beanio.BeanReaderException;
import org.beanio.InvalidRecordException;
import org.beanio.Marshaller;
import org.beanio.StreamFactory;
import org.beanio.Unmarshaller;
import org.jspecify.annotations.Nullable;

/** The bundle's {@code wire.beanio.xml} at work: columns to a line of text, and back. */
final class BeanIoLines {
  static final String REQUEST = "request";
  static final String RESULT = "result";
  private static final String PATH = "mappings/wire.beanio.xml";

  private final Connector connector;
  private final LineFormat layout;
  private final StreamFactory streams = StreamFactory.newInstance();

  /**
   * @param format BeanIO's word for such lines; every stream of the file must have it
   * @param declared the file with what the codec adds to it
   */
  BeanIoLines(Connector connector, String format, UnaryOperator<String> declared) {
    this.connector = connector;
    String xml =
        connector
            .bundle()
            .file(PATH)
            .map(bytes -> new String(bytes, UTF_8))
            .orElseThrow(() -> broken("it is not there", null));
    try {
      layout = LineFormat.of(xml, format);
      streams.load(new ByteArrayInputStream(declared.apply(xml).getBytes(UTF_8)));
    } catch (IllegalArgumentException | BeanIOException | HubException | IOException e) {
      throw broken(String.valueOf(e.getMessage()), e);
    }
  }

  LineFormat layout() {
    return layout;
  }

  String write(String record, Map<String, String> columns) {
    Map<String, String> all = new LinkedHashMap<>(layout.literals(REQUEST, record));
    all.putAll(columns);
    Marshaller marshaller = streams.createMarshaller(REQUEST);
    try {
      return marshaller.marshal(record, all).toString();
    } catch (BeanIOException e) {
      throw known(e, "HUB-9004", "the line does not fit its record '%s'".formatted(record));
    }
  }

  /** A line of theirs, taken apart. */
  record Line(String record, Map<?, ?> columns) {}

  Line read(String line) {
    Unmarshaller unmarshaller = streams.createUnmarshaller(RESULT);
    try {
      Map<?, ?> columns = (Map<?, ?>) unmarshaller.unmarshal(line);
      return new Line(unmarshaller.getRecordName(), columns);
    } catch (BeanReaderException e) {
      throw known(e, "HUB-9010", "the line is none of theirs" + fields(e));
    }
  }

  /**
   * @param meant what a column's text stands for
   */
  String xml(Line line, UnaryOperator<String> meant) {
    StringBuilder xml = new StringBuilder("<" + line.record() + ">");
    for (String column : layout.names(RESULT, line.record())) {
      Object value = line.columns().get(column);
      if (value != null && !value.toString().isEmpty()) {
        xml.append('<').append(column).append('>').append(escaped(meant.apply(value.toString())));
        xml.append("</").append(column).append('>');
      }
    }
    return xml.append("</").append(line.record()).append('>').toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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
