package city.tongban.canonical;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.XStreamException;
import com.thoughtworks.xstream.converters.basic.IntConverter;
import com.thoughtworks.xstream.converters.basic.StringConverter;
import com.thoughtworks.xstream.converters.enums.EnumConverter;
import com.thoughtworks.xstream.io.path.PathTracker;
import com.thoughtworks.xstream.io.path.PathTrackingReader;
import com.thoughtworks.xstream.io.xml.CompactWriter;
import com.thoughtworks.xstream.io.xml.DomReader;
import com.thoughtworks.xstream.security.NoTypePermission;
import java.io.StringWriter;
import org.w3c.dom.Document;

/**
 * Writes and reads the canonical XML of a case and of an answer.
 *
 * <p>Elements have the names of the records' components, in their order; null is left out; a record
 * with one text is written as that text. Only the types listed here are allowed, and the XML cannot
 * name another one.
 */
public final class CanonicalXml {
  private static final XStream XSTREAM = xstream();

  private CanonicalXml() {}

  public static String write(CaseFile file) {
    return text(file);
  }

  public static String write(Answer answer) {
    return text(answer);
  }

  /** Reads a case; an invalid value is refused with its path. */
  public static CaseFile read(String xml) {
    return read(SafeXml.parse(xml), CaseFile.class);
  }

  /** Reads an answer that its schema has accepted. */
  public static Answer readAnswer(Document answer) {
    return read(answer, Answer.class);
  }

  /** Reads a statement that its schema has accepted. */
  public static Statement readStatement(Document statement) {
    return read(statement, Statement.class);
  }

  private static String text(Object value) {
    StringWriter out = new StringWriter(2048);
    // compact: the default mode of its parent class, not XML_1_0, which throws at U+20BB7
    XSTREAM.marshal(value, new CompactWriter(out));
    return out.toString();
  }

  private static <T> T read(Document xml, Class<T> type) {
    PathTracker place = new PathTracker();
    DomReader document = new DomReader(xml);
    try {
      return type.cast(XSTREAM.unmarshal(new PathTrackingReader(document, place)));
    } catch (XStreamException | ClassCastException e) {
      throw refusal(e).at(place.getPath().toString());
    }
  }

  private static Refusal refusal(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    // not kept as the cause: the library's message repeats the text
    return Refusal.of("HUB-9001", "the text is not our canonical form")
        .because("reading it ended in " + thrown.getClass().getSimpleName())
        .fix("let it through the gate of its schema first");
  }

  private static XStream xstream() {
    XStream xstream =
        new XStream() {
          @Override
          protected void setupConverters() {
            // none of the library's default permissions: each one widens the attack surface
          }
        };
    xstream.addPermission(NoTypePermission.NONE);
    xstream.allowTypes(new Class<?>[] {CaseFile.class, Answer.class, Statement.class});
    xstream.setMode(XStream.NO_REFERENCES);
    xstream.alias("case", CaseFile.class);
    xstream.alias("answer", Answer.class);
    xstream.alias("statement", Statement.class);
    xstream.registerConverter(new RecordConverter());
    xstream.registerConverter(new EnumConverter());
    xstream.registerConverter(new OffsetTimeConverter());
    xstream.registerConverter(new StringConverter());
    xstream.registerConverter(new IntConverter());
    return xstream;
  }
}
