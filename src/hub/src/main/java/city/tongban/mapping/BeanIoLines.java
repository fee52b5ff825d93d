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

/** Converts columns to a line of text and back, with the bundle's {@code wire.beanio.xml}. */
final class BeanIoLines {
  static final String REQUEST = "request";
  static final String RESULT = "result";
  private static final String PATH = "mappings/wire.beanio.xml";

  private final Connector connector;
  private final LineFormat layout;
  private final StreamFactory streams = StreamFactory.newInstance();

  /**
   * @param format BeanIO's name of the format; every stream of the file must have it
   * @param declared the file with the declarations that the codec adds
   */
  BeanIoLines(Connector connector, String format, UnaryOperator<String> declared) {
    this.connector = connector;
    String xml =
        connector
            .bundle()
            .file(PATH)
            .map(bytes -> new String(bytes, UTF_8))
            .orElseThrow(() -> broken("the file is missing", null));
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

  /** Parses a line of the back-end. */
  record Line(String record, Map<?, ?> columns) {}

  Line read(String line) {
    Unmarshaller unmarshaller = streams.createUnmarshaller(RESULT);
    try {
      Map<?, ?> columns = (Map<?, ?>) unmarshaller.unmarshal(line);
      return new Line(unmarshaller.getRecordName(), columns);
    } catch (BeanReaderException e) {
      throw known(e, "HUB-9010", "the line is not as agreed" + fields(e));
    }
  }

  /**
   * @param meant decodes a column's text
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

  /**
   * The names of the fields. BeanIO's own message is left out, because it may quote personal data.
   */
  private static String fields(BeanReaderException e) {
    return e instanceof InvalidRecordException && e.getRecordContext().hasFieldErrors()
        ? ": check " + e.getRecordContext().getFieldErrors().keySet()
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
            .fix("correct the file; the version before stays active");
    return cause == null ? fault : fault.causedBy(cause);
  }
}
