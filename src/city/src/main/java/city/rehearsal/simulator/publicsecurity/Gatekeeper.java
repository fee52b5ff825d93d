package city.rehearsal.simulator.publicsecurity;

import city.rehearsal.simulator.core.Text;
import java.io.ByteArrayInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Looks at each envelope that comes in: is it signed by the hub, all of it, just now? */
final class Gatekeeper {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final X509Certificate hub;
  private final Clock wall;

  Gatekeeper(X509Certificate hub, Clock wall) {
    this.hub = hub;
    this.wall = wall;
  }

  /** The document in the Body of an envelope that is in order. */
  Element opened(byte[] message) throws SoapFault {
    try {
      Element root = Xml.parse(Text.decode(message, StandardCharsets.UTF_8)).getDocumentElement();
      if (!Wss.SOAP.equals(root.getNamespaceURI()) || !root.getLocalName().equals("Envelope")) {
        throw SoapFault.client("not a SOAP 1.1 envelope");
      }
      Element body = Xml.child(root, Wss.SOAP, "Body");
      check(Xml.child(root, Wss.SOAP, "Header"), body);
      List<Element> documents = Xml.children(body);
      if (documents.size() != 1) {
        throw SoapFault.client("the body holds no one document");
      }
      return documents.get(0);
    } catch (CharacterCodingException e) {
      throw SoapFault.client("the bytes are not UTF-8");
    } catch (SAXException e) {
      throw SoapFault.client("the envelope is not well-formed");
    }
  }

  private void check(Element header, Element body) throws SoapFault {
    Element security = Xml.child(header, Wss.WSSE, "Security");
    Element time = Xml.child(security, Wss.WSU, "Timestamp");
    Element token = Xml.child(security, Wss.WSSE, "BinarySecurityToken");
    if (!hub.equals(certificate(token))) {
      throw SoapFault.notSigned("unknown certificate");
    }
    fresh(time);
    verify(Xml.child(security, XMLSignature.XMLNS, "Signature"), body, time);
  }

  private static X509Certificate certificate(Element token) throws SoapFault {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(token.getTextContent());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw SoapFault.notSigned("not a certificate");
    }
  }

  private void fresh(Element time) throws SoapFault {
    try {
      Instant now = wall.instant();
      Instant created = Instant.parse(Xml.child(time, Wss.WSU, "Created").getTextContent());
      Instant expires = Instant.parse(Xml.child(time, Wss.WSU, "Expires").getTextContent());
      if (Duration.between(created, now).abs().compareTo(LIFE) > 0 || expires.isBefore(now)) {
        throw SoapFault.notSigned("the message has expired");
      }
    } catch (DateTimeException e) {
      throw SoapFault.notSigned("a time-stamp that is no time");
    }
  }

  private void verify(Element signature, Element body, Element time) throws SoapFault {
    try {
      DOMValidateContext context = new DOMValidateContext(hub.getPublicKey(), signature);
      context.setIdAttributeNS(body, Wss.WSU, "Id");
      context.setIdAttributeNS(time, Wss.WSU, "Id");
      XMLSignature read = Wss.signatures().unmarshalXMLSignature(context);
      Set<String> signed =
          read.getSignedInfo().getReferences().stream()
              .map(Reference::getURI)
              .collect(Collectors.toSet());
      if (!signed.contains("#" + body.getAttributeNS(Wss.WSU, "Id"))
          || !signed.contains("#" + time.getAttributeNS(Wss.WSU, "Id"))
          || !read.validate(context)) {
        throw SoapFault.notSigned("the signature is wrong");
      }
    } catch (MarshalException | XMLSignatureException | IllegalArgumentException e) {
      throw SoapFault.notSigned("the signature is wrong");
    }
  }
}
