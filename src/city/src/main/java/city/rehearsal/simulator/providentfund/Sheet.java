package city.rehearsal.simulator.providentfund;

import city.rehearsal.simulator.core.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The fields of a question's document, by name; none of them stands twice. */
final class Sheet {
  private static final Pattern SOMETHING = Pattern.compile("\\S|\\S[^\\r\\n]*\\S");

  private final Map<String, String> fields = new HashMap<>();

  private Sheet() {}

  /**
   * Reads a document.
   *
   * @param about the element below {@code Document} that says what it is
   */
  static Sheet read(byte[] document, String about) throws Objection {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default writes to the error stream
      String text = Text.decode(document, StandardCharsets.UTF_8);
      Element root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
      Node first = root.getFirstChild();
      boolean ours =
          Paper.NAMESPACE.equals(root.getNamespaceURI())
              && root.getLocalName().equals("Document")
              && first instanceof Element
              && first.getLocalName().equals(about);
      if (!ours) {
        throw new Objection("1002", "报文体不是" + about);
      }
      Sheet sheet = new Sheet();
      sheet.collect((Element) first);
      return sheet;
    } catch (CharacterCodingException e) {
      throw new Objection("1002", "报文体不是UTF-8");
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new Objection("1002", "报文体不是格式良好的XML");
    }
  }

  private void collect(Element element) throws Objection {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        if (child.getElementsByTagName("*").getLength() > 0) {
          collect(child);
        } else if (fields.put(child.getLocalName(), child.getTextContent()) != null) {
          throw new Objection("1002", "字段" + child.getLocalName() + "重复");
        }
      }
    }
  }

  String text(String field) throws Objection {
    String text = fields.get(field);
    if (text == null || !SOMETHING.matcher(text).matches()) {
      throw new Objection("1002", "字段" + field + "缺失");
    }
    if (field.equals("xingming") && Text.flawInName(text).isPresent()) {
      throw new Objection("1002", "字段xingming有误");
    }
    return text;
  }

  String text(String field, String shape) throws Objection {
    String text = text(field);
    if (!text.matches(shape)) {
      throw new Objection("1002", "字段" + field + "有误");
    }
    return text;
  }
}
