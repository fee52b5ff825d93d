package city.rehearsal.simulator.core;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as departments read and write it: no DOCTYPE, nothing is fetched, CDATA is text. */
public final class Xml {
  /** What the fault {@code doctype} puts into an answer: an entity that reads a local file. */
  public static final String DOCTYPE = "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]>";

  private Xml() {}

  /** Parses text that is decoded already, so that no XML declaration can change its charset. */
  public static Document parse(String text) throws SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setCoalescing(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default writes to the error stream
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (IOException | ParserConfigurationException e) {
      throw new SAXException("not readable", e);
    }
  }

  /** The elements directly below {@code parent}; text beside them is an error. */
  public static List<Element> children(Element parent) throws SAXException {
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

  /** The child with that name, if there is exactly one. */
  public static Optional<Element> child(Element parent, String namespace, String name)
      throws SAXException {
    List<Element> found =
        children(parent).stream().filter(element -> is(element, namespace, name)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  public static boolean is(Element element, String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /**
   * The texts of the elements directly below {@code parent}, by name.
   *
   * @throws FormatException when an element occurs twice or is not plain text
   */
  public static Map<String, String> fields(Element parent, @Nullable String namespace)
      throws SAXException, FormatException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element field : children(parent)) {
      String name = field.getLocalName();
      if (!Objects.equals(namespace, field.getNamespaceURI())
          || field.getElementsByTagName("*").getLength() > 0
          || field.getAttributes().getLength() > 0) {
        throw new FormatException(name + "只能是文本");
      }
      if (fields.put(name, field.getTextContent()) != null) {
        throw new FormatException(name + "重复");
      }
    }
    return fields;
  }

  /** The node as text, without an XML declaration. */
  public static String text(Node node) {
    StringWriter text = new StringWriter();
    try {
      Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      writer.transform(new DOMSource(node), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("a document cannot be written", e);
    }
  }

  /** An element with text. */
  public static String element(String name, String text) {
    return "<%s>%s</%s>".formatted(name, escaped(text), name);
  }

  /** Text as it is written between two tags. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
