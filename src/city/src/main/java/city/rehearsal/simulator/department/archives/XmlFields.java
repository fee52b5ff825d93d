package city.rehearsal.simulator.department.archives;

import city.rehearsal.simulator.core.FieldReader;
import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Formats;
import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The child elements of one element; a child that is not read is refused at the end. */
final class XmlFields extends FieldReader {
  static final String NAMESPACE = "urn:shda:lygx:v1";
  private static final String MALFORMED = "报文不是合法XML";

  private static final Predicate<String> YEAR = Formats.matching("(18|19|20)\\d{2}");

  private final String name;
  private final Map<String, Element> fields = new HashMap<>();
  private final Set<String> read = new HashSet<>();

  private XmlFields(Element element) throws FormatException {
    name = element.getLocalName();
    if (!NAMESPACE.equals(element.getNamespaceURI())) {
      throw new FormatException(name + ": 命名空间错误");
    }
    for (Element field : children(element)) {
      if (fields.put(field.getLocalName(), field) != null) {
        throw wrong(field.getLocalName(), "重复");
      }
    }
  }

  static XmlFields root(byte[] bytes) throws FormatException {
    try {
      String text = Text.decode(bytes, StandardCharsets.UTF_8);
      return new XmlFields(Xml.parse(text).getDocumentElement());
    } catch (CharacterCodingException e) {
      throw new FormatException("报文不是UTF-8");
    } catch (SAXException e) {
      throw new FormatException(MALFORMED);
    }
  }

  private static List<Element> children(Element element) throws FormatException {
    try {
      return Xml.children(element);
    } catch (SAXException e) {
      throw new FormatException(MALFORMED);
    }
  }

  /** The element's own name. */
  String name() {
    return name;
  }

  @Override
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  XmlFields part(String field) throws FormatException {
    read.add(field);
    Element element = fields.get(field);
    if (element == null) {
      throw wrong(field, "缺失");
    }
    return new XmlFields(element);
  }

  @Override
  public String text(String field, int bytesMax) throws FormatException {
    read.add(field);
    Element element = fields.get(field);
    if (element == null || !NAMESPACE.equals(element.getNamespaceURI())) {
      throw wrong(field, "缺失");
    }
    String text = element.getTextContent();
    boolean nested = element.getElementsByTagName("*").getLength() > 0;
    if (nested || text.isBlank() || !text.equals(text.strip())) {
      throw wrong(field, "应为文本,首尾不得有空格");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > bytesMax) {
      throw wrong(field, "超过" + bytesMax + "字节");
    }
    return text;
  }

  int year(String field) throws FormatException {
    return Integer.parseInt(text(field, YEAR));
  }

  LocalDate day(String field) throws FormatException {
    try {
      return Formats.day(text(field, 8));
    } catch (DateTimeException e) {
      throw wrong(field, "应为日期");
    }
  }

  LocalDate dayOf(String field) throws FormatException {
    try {
      return OffsetDateTime.parse(text(field, 32)).toLocalDate();
    } catch (DateTimeException e) {
      throw wrong(field, "应为时间");
    }
  }

  void nothingElse() throws FormatException {
    for (String field : fields.keySet()) {
      if (!read.contains(field)) {
        throw wrong(field, "不是接口中的字段");
      }
    }
  }

  @Override
  public FormatException wrong(String field, String sentence) {
    return new FormatException(name + "/" + field + ": " + sentence);
  }
}
