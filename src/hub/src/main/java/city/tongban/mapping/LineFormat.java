package city.tongban.mapping;

import city.tongban.canonical.SafeXml;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The columns of a {@code wire.beanio.xml}. The file must name no class, read no other file, and
 * give each column its position and, for fixed width, its length.
 */
final class LineFormat {
  private static final Set<String> ELEMENTS =
      Set.of("beanio", "stream", "record", "field", "parser", "property");
  private static final Set<String> FORBIDDEN = Set.of("type", "typeHandler", "setter", "getter");

  private final String format;

  /** stream/record → column → bytes; 0 for CSV. */
  private final Map<String, Map<String, Integer>> widths = new HashMap<>();

  /** stream/record → column → constant text. */
  private final Map<String, Map<String, String>> literals = new HashMap<>();

  private LineFormat(String format) {
    this.format = format;
  }

  /**
   * @param format that every stream must have, {@code fixedlength} or {@code csv}
   */
  static LineFormat of(String xml, String format) {
    Element root = SafeXml.parse(xml).getDocumentElement();
    LineFormat layout = new LineFormat(format);
    NodeList all = root.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      layout.look((Element) all.item(i));
    }
    return layout;
  }

  /** The file with the text type handler declared for every column. */
  static String withText(String xml, String handler, Charset charset) {
    int end = xml.indexOf('>', xml.indexOf("<beanio")) + 1;
    return xml.substring(0, end)
        + "<typeHandler type=\"java.lang.String\" class=\"%s\"><property name=\"charset\" value=\"%s\"/></typeHandler>"
            .formatted(handler, charset.name())
        + xml.substring(end);
  }

  int width(String stream, String record, String column) {
    known(stream, record, column);
    return columns(stream, record).getOrDefault(column, 0);
  }

  /** Refuses a column that the record does not have. */
  void known(String stream, String record, String column) {
    if (!columns(stream, record).containsKey(column)) {
      throw new IllegalArgumentException(
          "record '%s' of stream '%s' has no column '%s'".formatted(record, stream, column));
    }
  }

  boolean has(String stream, String record) {
    return widths.containsKey(stream + "/" + record);
  }

  /** The columns of a record with constant text. */
  Map<String, String> literals(String stream, String record) {
    return literals.getOrDefault(stream + "/" + record, Map.of());
  }

  /** The length of a line in bytes. */
  int length(String stream, String record) {
    return columns(stream, record).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The columns in the order of the line. */
  Set<String> names(String stream, String record) {
    return columns(stream, record).keySet();
  }

  private Map<String, Integer> columns(String stream, String record) {
    Map<String, Integer> columns = widths.get(stream + "/" + record);
    if (columns == null) {
      throw new IllegalArgumentException(
          "stream '%s' has no record '%s'".formatted(stream, record));
    }
    return columns;
  }

  private void look(Element element) {
    String name = element.getLocalName();
    if (!ELEMENTS.contains(name)) {
      throw new IllegalArgumentException("<" + name + "> is not allowed here");
    }
    for (String attribute : FORBIDDEN) {
      if (element.hasAttribute(attribute)) {
        throw new IllegalArgumentException(
            "'%s' is not allowed in <%s>".formatted(attribute, name));
      }
    }
    if (element.hasAttribute("class") && !element.getAttribute("class").equals("map")) {
      throw new IllegalArgumentException("the only class is 'map'");
    }
    if (name.equals("stream") && !element.getAttribute("format").equals(format)) {
      throw new IllegalArgumentException("the connector's codec needs format '" + format + "'");
    }
    if (name.equals("field")) {
      column(element);
    }
  }

  private void column(Element field) {
    Element record = (Element) field.getParentNode();
    Element stream = (Element) record.getParentNode();
    String key = stream.getAttribute("name") + "/" + record.getAttribute("name");
    Map<String, Integer> columns = widths.computeIfAbsent(key, x -> new LinkedHashMap<>());
    // columns are contiguous: a gap would be a column without a name
    columns.put(field.getAttribute("name"), bytes(field));
    if (field.hasAttribute("literal")) {
      literals
          .computeIfAbsent(key, x -> new HashMap<>())
          .put(field.getAttribute("name"), field.getAttribute("literal"));
    }
  }

  private int bytes(Element field) {
    return format.equals("fixedlength") ? Integer.parseInt(field.getAttribute("length")) : 0;
  }
}
