package city.rehearsal.simulator.protocol.soap;

import city.rehearsal.simulator.core.Text;
import city.rehearsal.simulator.core.Xml;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A SOAP 1.1 envelope as it came in.
 *
 * @param header null when there is none
 * @param content the one element in the Body
 */
public record SoapEnvelope(@Nullable Element header, Element body, Element content) {
  public static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*encoding=[\"']([^\"']+)[\"']");

  public static SoapEnvelope read(byte[] message, Charset charset) throws SoapFault {
    try {
      String text = Text.decode(message, charset);
      if (declaresOther(text, charset)) {
        throw SoapFault.client("CHARSET: the prolog names another charset than " + charset.name());
      }
      return open(Xml.parse(text).getDocumentElement());
    } catch (CharacterCodingException e) {
      throw SoapFault.client("CHARSET: the bytes are not " + charset.name());
    } catch (SAXException e) {
      throw SoapFault.client("XML: the envelope is not well-formed");
    }
  }

  /** Whether the XML declaration of {@code text} names another charset; none named is fine. */
  public static boolean declaresOther(String text, Charset charset) {
    Matcher declared = DECLARED.matcher(text);
    return declared.find() && !declared.group(1).toUpperCase(Locale.ROOT).equals(charset.name());
  }

  private static SoapEnvelope open(Element root) throws SoapFault, SAXException {
    if (!Xml.is(root, NAMESPACE, "Envelope")) {
      throw SoapFault.of("VersionMismatch", "not a SOAP 1.1 envelope");
    }
    for (Element part : Xml.children(root)) {
      if (!Xml.is(part, NAMESPACE, "Header") && !Xml.is(part, NAMESPACE, "Body")) {
        throw SoapFault.client("XML: unknown part of the envelope");
      }
    }
    Element body =
        Xml.child(root, NAMESPACE, "Body")
            .orElseThrow(() -> SoapFault.client("XML: the envelope has no body"));
    List<Element> content = Xml.children(body);
    if (content.size() != 1) {
      throw SoapFault.client("XML: the body does not hold one element");
    }
    return new SoapEnvelope(
        Xml.child(root, NAMESPACE, "Header").orElse(null), body, content.get(0));
  }

  /** The elements in the Header, none when there is no Header. */
  public List<Element> headerBlocks() throws SAXException {
    return header == null ? List.of() : Xml.children(header);
  }

  /** Refuses a header block that the service does not know but must understand. */
  public static void refuseMandatory(Element block) throws SoapFault {
    if (block.getAttributeNS(NAMESPACE, "mustUnderstand").equals("1")) {
      throw SoapFault.of("MustUnderstand", "a header block that this service does not know");
    }
  }

  /** The text of an envelope with that Body and no Header. */
  public static String around(Charset charset, String body) {
    return "<?xml version=\"1.0\" encoding=\"%s\"?>\n<soap:Envelope xmlns:soap=\"%s\"><soap:Body>%s</soap:Body></soap:Envelope>"
        .formatted(charset.name(), NAMESPACE, body);
  }
}
