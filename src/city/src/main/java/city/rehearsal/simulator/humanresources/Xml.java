package city.rehearsal.simulator.humanresources;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML as the department reads it: no DOCTYPE, nothing fetched, CDATA is text. */
final class Xml {
  private Xml() {}

  /**
   * Parses text that has been decoded already, so that no declaration can have it read otherwise.
   */
  static Element parse(String text) throws SAXException {
    try {
      return builder().parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (IOException | ParserConfigurationException e) {
      throw new SAXException("not readable", e);
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setCoalescing(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(Throwing.INSTANCE); // the default writes to the error stream
    return builder;
  }

  /** The elements right below {@code parent}; text beside them is an error. */
  static List<Element> children(Element parent) throws SAXException {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      } else if (node.getNodeType() == Node.TEXT_NODE && !node.getTextContent().isBlank()) {
        throw new SAXException("text beside elements in " + parent.getLocalName());
      }
    }
    return children;
  }

  private enum Throwing implements ErrorHandler {
    INSTANCE;

    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
