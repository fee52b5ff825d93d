package city.rehearsal.simulator.protocol;

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
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as departments read it: UTF-8, no DOCTYPE, nothing fetched. */
public final class Xml {
  private Xml() {}

  /**
   * The root element of a document.
   *
   * @throws CharacterCodingException when the bytes are not UTF-8
   */
  public static Element root(byte[] bytes) throws CharacterCodingException, SAXException {
    String text = Text.decode(bytes, StandardCharsets.UTF_8);
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setCoalescing(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default writes to the error stream
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (IOException | ParserConfigurationException e) {
      throw new SAXException(e);
    }
  }

  public static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** An element with text, or nothing when the text is absent. */
  public static String element(String name, @Nullable String text) {
    return text == null ? "" : "<" + name + ">" + escaped(text) + "</" + name + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
