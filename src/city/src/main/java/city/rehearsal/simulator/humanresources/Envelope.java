package city.rehearsal.simulator.humanresources;

import city.rehearsal.simulator.core.Text;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The SOAP 1.1 envelope of {@code exchange.wsdl}: a token in the head, one text in the body.
 *
 * @param token the UserToken, empty when there is none
 * @param request the text in the request element, a document of its own
 */
record Envelope(String token, String request) {
  static final Charset GB18030 = Charset.forName("GB18030");
  static final String NAMESPACE = "urn:shrs:exchange:v1";
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*encoding=[\"']([^\"']+)[\"']");

  static Envelope read(byte[] body) throws SoapFault {
    try {
      String text = Text.decode(body, GB18030);
      if (declaresOther(text)) {
        throw new SoapFault("Client", "CHARSET: the prolog names another charset than GB18030");
      }
      return open(Xml.parse(text));
    } catch (CharacterCodingException e) {
      throw new SoapFault("Client", "CHARSET: the bytes are not GB18030");
    } catch (SAXException e) {
      throw new SoapFault("Client", "XML: the envelope is not well-formed");
    }
  }

  /**
   * Whether the XML prolog of {@code text} names a charset that is not ours; none named is fine.
   */
  static boolean declaresOther(String text) {
    Matcher declared = DECLARED.matcher(text);
    return declared.find() && !declared.group(1).toUpperCase(Locale.ROOT).equals("GB18030");
  }

  private static Envelope open(Element root) throws SoapFault, SAXException {
    if (!SOAP.equals(root.getNamespaceURI()) || !root.getLocalName().equals("Envelope")) {
      throw new SoapFault("VersionMismatch", "not a SOAP 1.1 envelope");
    }
    String token = "";
    String request = null;
    for (Element part : Xml.children(root)) {
      if (isSoap(part, "Header")) {
        token = token(part);
      } else if (isSoap(part, "Body")) {
        request = request(part);
      } else {
        throw new SoapFault("Client", "XML: unknown part of the envelope");
      }
    }
    if (request == null) {
      throw new SoapFault("Client", "XML: the envelope has no body");
    }
    return new Envelope(token, request);
  }

  private static boolean isSoap(Element element, String name) {
    return SOAP.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static boolean isOurs(Element element, String name) {
    return NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static String token(Element header) throws SoapFault, SAXException {
    String token = "";
    for (Element block : Xml.children(header)) {
      if (isOurs(block, "UserToken")) {
        token = block.getTextContent().strip();
      } else if (block.getAttributeNS(SOAP, "mustUnderstand").equals("1")) {
        throw new SoapFault("MustUnderstand", "a header block that this service does not know");
      }
    }
    return token;
  }

  private static String request(Element body) throws SoapFault, SAXException {
    List<Element> operations = Xml.children(body);
    if (operations.size() != 1 || !isOurs(operations.get(0), "execute")) {
      throw new SoapFault("Client", "XML: the body is not one execute");
    }
    List<Element> parameters = Xml.children(operations.get(0));
    if (parameters.size() != 1 || !isOurs(parameters.get(0), "request")) {
      throw new SoapFault("Client", "XML: execute does not hold one request");
    }
    return parameters.get(0).getTextContent();
  }

  static String answering(String root) {
    return wrapped(
        "<executeResponse xmlns=\""
            + NAMESPACE
            + "\"><result>"
            + cdata(root)
            + "</result></executeResponse>");
  }

  static String refusing(SoapFault fault) {
    return wrapped(
        "<soap:Fault><faultcode>soap:"
            + fault.code()
            + "</faultcode><faultstring>"
            + fault.getMessage()
            + "</faultstring></soap:Fault>");
  }

  private static String wrapped(String body) {
    return "<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<soap:Envelope xmlns:soap=\""
        + SOAP
        + "\"><soap:Body>"
        + body
        + "</soap:Body></soap:Envelope>";
  }

  private static String cdata(String text) {
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
  }
}
