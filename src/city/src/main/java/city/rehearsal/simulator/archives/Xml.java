package city.rehearsal.simulator.archives;

import city.rehearsal.simulator.core.FormatException;
import city.rehearsal.simulator.core.Text;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as the archives read it: UTF-8, no DOCTYPE, nothing fetched. */
final class Xml {
  static final String NAMESPACE = "urn:shda:lygx:v1";

  private Xml() {}

  static Element document(byte[] bytes) throws FormatException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setCoalescing(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default writes to the error stream
      String text = Text.decode(bytes, StandardCharsets.UTF_8);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (CharacterCodingException e) {
      throw new FormatException("报文不是UTF-8");
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new FormatException("报文不是合法XML");
    }
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** Text as it stands between two tags. */
  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
