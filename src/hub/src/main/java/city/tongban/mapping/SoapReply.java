package city.tongban.mapping;

import city.tongban.canonical.Fault;
import city.tongban.canonical.Refusal;
import city.tongban.canonical.SafeXml;
import city.tongban.connector.CallFailures;
import city.tongban.connector.SoapShape;
import city.tongban.connector.SoapText;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Extracts the document of a SOAP 1.1 answer, or interprets its fault. */
final class SoapReply {
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  private SoapReply() {}

  static String document(String envelope, SoapShape shape) {
    Element root = SafeXml.parse(envelope).getDocumentElement();
    Element body = SOAP.equals(root.getNamespaceURI()) ? only(root, SOAP, "Body") : null;
    if (body == null) {
      throw meaningless("it is not a SOAP 1.1 envelope with one body");
    }
    Element fault = only(body, SOAP, "Fault");
    if (fault != null) {
      refuse(fault, shape);
    }
    SoapText asText = shape.text();
    return asText == null ? child(body, shape) : text(body, shape.namespace(), asText);
  }

  private static String text(Element body, String namespace, SoapText asText) {
    Element result = null;
    for (Node n = body.getFirstChild(); n != null && result == null; n = n.getNextSibling()) {
      if (n instanceof Element response && namespace.equals(response.getNamespaceURI())) {
        result = only(response, namespace, asText.result());
      }
    }
    if (result == null) {
      throw meaningless("its body holds no " + asText.result());
    }
    return result.getTextContent();
  }

  /** The only child of the Body; its schema validates it afterwards. */
  private static String child(Element body, SoapShape shape) {
    Element child = null;
    for (Node n = body.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e) {
        if (child != null || !shape.namespace().equals(e.getNamespaceURI())) {
          throw meaningless("its body has more than one document");
        }
        child = e;
      }
    }
    if (child == null) {
      throw meaningless("its body is empty");
    }
    return SafeXml.text(child);
  }

  private static void refuse(Element fault, SoapShape shape) {
    String code = text(fault, "faultcode");
    if (text(fault, "faultstring").equals(shape.credentialRefused())
        || code.endsWith(":" + shape.credentialRefused())) {
      throw CallFailures.credentialRefused("the back-end refused the hub's credential")
          .because("it answered with the SOAP fault " + shape.credentialRefused())
          .fix("replace the secret in the folder hub.secrets, then resend");
    }
    if (code.endsWith("Client")) {
      throw Fault.of("HUB-9011", "the back-end calls the message malformed")
          .because("it answered with a SOAP fault of code Client")
          .fix("read its answer in the trace, correct the connector, then resend");
    }
    throw CallFailures.busy("the back-end asked the hub to wait")
        .because("it answered with a SOAP fault of code Server");
  }

  private static String text(Element fault, String name) {
    NodeList parts = fault.getElementsByTagName(name);
    return parts.getLength() == 1 ? parts.item(0).getTextContent().strip() : "";
  }

  private static @Nullable Element only(Element parent, String namespace, String name) {
    Element found = null;
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element e
          && namespace.equals(e.getNamespaceURI())
          && name.equals(e.getLocalName())) {
        if (found != null) {
          return null;
        }
        found = e;
      }
    }
    return found;
  }

  private static Refusal meaningless(String why) {
    return Refusal.of("HUB-9010", "the answer cannot be interpreted")
        .because(why)
        .fix("ask the department what it sent");
  }
}
