package city.tongban.intake;

import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import java.io.StringReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads an XML message and stops a hostile one when it reaches a limit. What SOAP forbids (a
 * DOCTYPE, a processing instruction) is refused too.
 */
final class LimitedXmlReader extends StreamReaderDelegate {
  private static final int DEPTH_MAX = 60;
  private static final int ELEMENTS_MAX = 20_000; // a case has some 50
  private static final int ATTRIBUTES_MAX = 100;
  private static final int ATTRIBUTE_CHARS_MAX = 8192;
  private static final String PARSERS_OWN_LIMIT = "JAXP0001";

  private int depth;
  private int elements;

  private LimitedXmlReader(XMLStreamReader xml) {
    super(xml);
  }

  static LimitedXmlReader of(String text) throws XMLStreamException {
    return new LimitedXmlReader(SafeXml.stream(new StringReader(text)));
  }

  @Override
  public int next() throws XMLStreamException {
    int event = parsed();
    switch (event) {
      case START_ELEMENT -> opened();
      case END_ELEMENT -> depth--;
      case PROCESSING_INSTRUCTION, ENTITY_REFERENCE ->
          throw SoapMessageReader.malformed("it holds what a message of SOAP may not");
      default -> {
        // text, comments and the end
      }
    }
    return event;
  }

  private int parsed() throws XMLStreamException {
    try {
      return super.next();
    } catch (XMLStreamException e) {
      String message = e.getMessage();
      if (message != null && message.contains(PARSERS_OWN_LIMIT)) {
        throw tooMuch();
      }
      throw e;
    }
  }

  private void opened() {
    depth++;
    elements++;
    if (depth > DEPTH_MAX
        || elements > ELEMENTS_MAX
        || getAttributeCount() + getNamespaceCount() > ATTRIBUTES_MAX) {
      throw tooMuch();
    }
    for (int i = 0; i < getAttributeCount(); i++) {
      if (getAttributeValue(i).length() > ATTRIBUTE_CHARS_MAX) {
        throw tooMuch();
      }
    }
  }

  private static Refusal tooMuch() {
    return Refusal.of(
            "HUB-1010", "the message is nested too deep, or its parts are too many or too long")
        .because(
            "the limits are %d levels, %d elements, %d attributes of %d characters"
                .formatted(DEPTH_MAX, ELEMENTS_MAX, ATTRIBUTES_MAX, ATTRIBUTE_CHARS_MAX))
        .fix("send one application in the form of the schema");
  }
}
