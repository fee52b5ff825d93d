package city.tongban.intake;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import city.tongban.canonical.Refusal;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Skips the headers of an envelope. The hub supports none, so a header with mustUnderstand is
 * refused, and so is a reply address other than the same connection.
 */
final class SoapHeaderReader {
  private static final Set<String> ANSWER_TO = Set.of("ReplyTo", "FaultTo");
  private static final Set<String> FOR_US =
      Set.of("", "http://schemas.xmlsoap.org/soap/actor/next");

  private final LimitedXmlReader xml;

  SoapHeaderReader(LimitedXmlReader xml) {
    this.xml = xml;
  }

  /** Reads from the start of the header to its end. */
  void read() throws XMLStreamException {
    while (SoapBodyReader.tag(xml) == START_ELEMENT) {
      refuseWhatMustBeUnderstood();
      String space = text(xml.getNamespaceURI());
      String name = xml.getLocalName();
      String content = content();
      if (ANSWER_TO.contains(name) && !isTheSameLine(space, content)) {
        throw Refusal.of("HUB-1045", "the message asks for its answer at another address")
            .because("its header " + name + " is not anonymous")
            .fix("leave the header out; the answer is the HTTP response");
      }
    }
  }

  private void refuseWhatMustBeUnderstood() {
    String must = text(xml.getAttributeValue(SoapBodyReader.ENVELOPE, "mustUnderstand")).strip();
    String actor = text(xml.getAttributeValue(SoapBodyReader.ENVELOPE, "actor")).strip();
    if (!must.isEmpty() && !must.equals("0") && !must.equals("false") && FOR_US.contains(actor)) {
      throw Refusal.of(
              "HUB-1044",
              "the message has a header that must be understood and that the hub does not support")
          .because("the hub supports no SOAP headers")
          .fix("leave the header out, or its mustUnderstand");
    }
  }

  private static boolean isTheSameLine(String space, String address) {
    return address.equals(space + "/anonymous") || address.equals(space + "/role/anonymous");
  }

  /** All text of a header, to its end. */
  private String content() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int open = 1; open > 0; ) {
      switch (xml.next()) {
        case START_ELEMENT -> open++;
        case END_ELEMENT -> open--;
        case CHARACTERS, CDATA -> text.append(xml.getText());
        default -> {
          // white space and comments
        }
      }
    }
    return text.toString().strip();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
