package city.tongban.transport.jdbc;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One row as a document: the root is the table, its elements are the columns. A missing element is
 * null.
 */
record RowDocument(String table, Map<String, String> columns) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final int COLUMNS_MAX = 100;
  private static final int VALUE_MAX = 4_000;

  static boolean isName(String given) {
    return NAME.matcher(given).matches();
  }

  /** A valid SQL identifier; no other name is put into a statement. */
  static String name(String given) {
    if (!isName(given)) {
      throw Fault.of("HUB-4050", "their database can have no table or column of that name")
          .because("names are lower-case letters, digits and underscores, up to 63")
          .fix("correct the call in connector.yaml or the element in the sheet, then resend");
    }
    return given;
  }

  static RowDocument read(String xml) {
    Element root = SafeXml.parse(xml).getDocumentElement();
    Map<String, String> columns = new LinkedHashMap<>();
    for (Node at = root.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element column) {
        put(columns, column);
      }
    }
    return new RowDocument(name(root.getTagName()), columns);
  }

  private static void put(Map<String, String> columns, Element column) {
    String value = column.getTextContent();
    boolean nested = column.getElementsByTagName("*").getLength() > 0;
    if (nested || value.length() > VALUE_MAX || columns.size() == COLUMNS_MAX) {
      throw Fault.of("HUB-4050", "the document is no row of theirs")
          .because("a row has at most 100 columns, each a text of at most 4000 characters")
          .fix("mend the sheet, then resend");
    }
    if (columns.put(name(column.getTagName()), value) != null) {
      throw Fault.of("HUB-4050", "the document has a column twice")
          .fix("mend the sheet, then resend");
    }
  }

  /** The form in which a stylesheet reads a row of the department. */
  String xml() {
    Document document = SafeXml.documentBuilder().newDocument();
    Element root = document.createElement(name(table));
    columns.forEach(
        (column, value) -> {
          Element element = document.createElement(name(column));
          element.setTextContent(plain(value));
          root.appendChild(element);
        });
    return SafeXml.text(root);
  }

  /** Refuses control characters, which a database can hold and XML cannot. */
  private static String plain(String value) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
      throw Refusal.of("HUB-9007", "the answer cannot be decoded")
          .because("a column holds control characters")
          .fix("ask the back-end what it wrote; nothing is replaced or guessed");
    }
    return value;
  }
}
