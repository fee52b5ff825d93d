package city.tongban.canonical;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Creates all XML parsers of the hub: none of them reads a DOCTYPE, a file or an address.
 *
 * <p>The JDK's own implementations are named explicitly: which other one comes first depends on the
 * class path, and so does the meaning of each feature. A test refuses any other factory.
 */
public final class SafeXml {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String DEPTH_MAX = "60"; // ours have 6 levels, the deepest department's 20
  private static final DocumentBuilderFactory DOCUMENTS = documents();
  private static final XMLInputFactory STREAMS = streams();

  // creating one takes longer than parsing two kilobytes with it
  private static final ThreadLocal<DocumentBuilder> OWN =
      ThreadLocal.withInitial(SafeXml::documentBuilder);

  private SafeXml() {}

  /** Parses a text; it is decoded already, so its declared encoding is ignored. */
  public static Document parse(String xml) {
    try {
      return OWN.get().parse(new InputSource(new StringReader(xml)));
    } catch (SAXParseException e) {
      // not kept as the cause: its message may repeat the text
      throw wrong("line %d, column %d".formatted(e.getLineNumber(), e.getColumnNumber()));
    } catch (SAXException e) {
      throw wrong("the parser gives no place");
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be read", e);
    }
  }

  /** A document or an element as text, with inherited namespaces, without a prolog. */
  public static String text(Node xml) {
    DOMImplementationLS writers =
        (DOMImplementationLS) OWN.get().getDOMImplementation().getFeature("LS", "3.0");
    LSSerializer writer = writers.createLSSerializer();
    writer.getDomConfig().setParameter("xml-declaration", false);
    writer.setNewLine("\n"); // not the platform's line separator: a signature covers each character
    return writer.writeToString(xml);
  }

  /** A parser that can be reused but not shared by threads. */
  public static DocumentBuilder documentBuilder() {
    try {
      DocumentBuilder builder;
      synchronized (DOCUMENTS) {
        builder = DOCUMENTS.newDocumentBuilder();
      }
      builder.setErrorHandler(new Strict());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A schema and what it imports from the same jar or folder; safe for all threads. */
  public static Schema schema(URL location) {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file,jar:nested");
      return factory.newSchema(location);
    } catch (SAXException e) {
      throw new IllegalStateException("the schema " + location + " is broken", e);
    }
  }

  /**
   * A department's schema, given as bytes; what it includes comes only from {@code beside}.
   *
   * @param systemId its own name, against which included names are resolved
   * @param beside the bytes under a name, empty when there are none
   */
  public static Schema schema(
      String systemId, byte[] xsd, Function<String, Optional<byte[]>> beside) throws SAXException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // what the resolver does not have is requested from the system, and refused here
    factory.setProperty(
        XMLConstants.ACCESS_EXTERNAL_SCHEMA, String.valueOf(URI.create(systemId).getScheme()));
    DOMImplementationLS inputs =
        (DOMImplementationLS) documentBuilder().getDOMImplementation().getFeature("LS", "3.0");
    factory.setResourceResolver(
        (type, namespace, publicId, name, base) -> {
          String place = URI.create(base == null ? systemId : base).resolve(name).toString();
          byte[] content =
              beside
                  .apply(place)
                  .orElseThrow(() -> new IllegalArgumentException(name + " is not beside it"));
          LSInput input = inputs.createLSInput();
          input.setSystemId(place);
          input.setByteStream(new ByteArrayInputStream(content));
          return input;
        });
    factory.setErrorHandler(new Strict());
    return factory.newSchema(new StreamSource(new ByteArrayInputStream(xsd), systemId));
  }

  /**
   * Creates stream readers that know only XML's five predefined entities; {@link #stream} checks
   * more.
   */
  public static XMLInputFactory xmlInputFactory() {
    return STREAMS;
  }

  /** A reader that refuses a DOCTYPE, where the factory's own reader would skip it. */
  public static XMLStreamReader stream(Reader xml) throws XMLStreamException {
    return new StreamReaderDelegate(STREAMS.createXMLStreamReader(xml)) {
      @Override
      public int next() throws XMLStreamException {
        int event = super.next();
        if (event == DTD) {
          throw new XMLStreamException("a DOCTYPE is not accepted", getLocation());
        }
        return event;
      }
    };
  }

  private static DocumentBuilderFactory documents() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute("jdk.xml.maxElementDepth", DEPTH_MAX);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      return factory;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static XMLInputFactory streams() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  private static Refusal wrong(String where) {
    return Refusal.of("HUB-9008", "the text is not well-formed XML without a DOCTYPE")
        .because("the parser stopped at " + where)
        .fix("send well-formed XML, without a DOCTYPE and at most " + DEPTH_MAX + " levels deep");
  }

  /** Throws errors; without an error handler the JDK's parser prints to standard error. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // a warning is nothing that a schema or a mapping would not find as well
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
