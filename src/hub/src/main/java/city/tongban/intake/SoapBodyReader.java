package city.tongban.intake;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import city.tongban.canonical.Refusal;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javax.xml.stream.XMLStreamException;

/** Reads a SOAP 1.1 envelope up to the one element in its Body, and after it to the end. */
final class SoapBodyReader {
  static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

  private final LimitedXmlReader xml;
  private final String operation;

  private SoapBodyReader(LimitedXmlReader xml, String operation) {
    this.xml = xml;
    this.operation = operation;
  }

  /** The name of the Body's element; an element of another namespace has no known name. */
  String operation() {
    return operation;
  }

  /** Reads past the headers to the Body. */
  static SoapBodyReader of(LimitedXmlReader xml) throws XMLStreamException {
    if (tag(xml) != START_ELEMENT || !is(xml, "Envelope")) {
      throw Refusal.of("HUB-1041", "the message is not a SOAP 1.1 envelope")
          .because("its first element is not Envelope of " + ENVELOPE)
          .fix("send SOAP 1.1 as the WSDL describes it");
    }
    int inside = tag(xml);
    if (inside == START_ELEMENT && is(xml, "Header")) {
      new SoapHeaderReader(xml).read();
      inside = tag(xml);
    }
    if (inside != START_ELEMENT || !is(xml, "Body")) {
      throw noOperation("the envelope has no body where one belongs");
    }
    if (tag(xml) != START_ELEMENT) {
      throw noOperation("the body is empty");
    }
    boolean ours = SoapMessageReader.NAMESPACE.equals(xml.getNamespaceURI());
    return new SoapBodyReader(xml, ours ? xml.getLocalName() : "");
  }

  /** Reads the operation's fields and continues to the end of the message. */
  ObjectNode read(SchemaNode shape) throws XMLStreamException {
    ObjectNode tree =
        (ObjectNode) new XmlToJsonReader(xml, SoapMessageReader.NAMESPACE).read(shape);
    if (tag(xml) != END_ELEMENT) {
      throw noOperation("the body has more than one element");
    }
    if (tag(xml) != END_ELEMENT) {
      throw noOperation("something follows the body");
    }
    if (tag(xml) != END_DOCUMENT) {
      throw noOperation("something follows the envelope");
    }
    return tree;
  }

  static Refusal noOperation(String why) {
    return Refusal.of("HUB-1042", "the body does not ask for one operation of the contract")
        .because(why)
        .fix("send one element of " + SoapMessageReader.NAMESPACE + " as the WSDL describes it");
  }

  /** The next tag; between the tags of an envelope only white space is allowed. */
  static int tag(LimitedXmlReader xml) throws XMLStreamException {
    while (true) {
      int event = xml.next();
      switch (event) {
        case START_ELEMENT, END_ELEMENT, END_DOCUMENT -> {
          return event;
        }
        case CHARACTERS, CDATA -> {
          if (!xml.getText().isBlank()) {
            throw SoapMessageReader.malformed(
                "text stands in the envelope, " + SoapMessageReader.where(xml.getLocation()));
          }
        }
        default -> {
          // white space and comments
        }
      }
    }
  }

  private static boolean is(LimitedXmlReader xml, String name) {
    return ENVELOPE.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName());
  }
}
