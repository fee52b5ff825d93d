package city.rehearsal.simulator.department.publicsecurity;

import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.protocol.soap.SoapEnvelope;
import city.rehearsal.simulator.protocol.soap.SoapFault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Verifies that the hub has signed the Body and the time-stamp of an envelope, just now. */
final class SignatureVerifier {
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final X509Certificate hub;
  private final Clock wall;

  SignatureVerifier(X509Certificate hub, Clock wall) {
    this.hub = hub;
    this.wall = wall;
  }

  /** The document in the Body of an envelope that the hub has signed just now. */
  Element verified(byte[] message) throws SoapFault {
    SoapEnvelope envelope = SoapEnvelope.read(message, StandardCharsets.UTF_8);
    try {
      if (envelope.header() == null) {
        throw SoapFault.client("the envelope has no header");
      }
      Element security = only(envelope.header(), WsSecurity.WSSE, "Security");
      Element time = only(security, WsSecurity.WSU, "Timestamp");
      Element token = only(security, WsSecurity.WSSE, "BinarySecurityToken");
      if (!hub.equals(certificate(token))) {
        throw SoapFault.failedAuthentication("unknown certificate");
      }
      checkTime(time);
      checkSignature(only(security, XMLSignature.XMLNS, "Signature"), envelope.body(), time);
      return envelope.content();
    } catch (SAXException e) {
      throw SoapFault.client("XML: the header is not well-formed");
    }
  }

  private static Element only(Element parent, String namespace, String name)
      throws SoapFault, SAXException {
    return Xml.child(parent, namespace, name)
        .orElseThrow(() -> SoapFault.client("there is not exactly one " + name));
  }

  private static X509Certificate certificate(Element token) throws SoapFault {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(token.getTextContent());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw SoapFault.failedAuthentication("not a certificate");
    }
  }

  private void checkTime(Element time) throws SoapFault, SAXException {
    try {
      Instant now = wall.instant();
      Instant created = Instant.parse(only(time, WsSecurity.WSU, "Created").getTextContent());
      Instant expires = Instant.parse(only(time, WsSecurity.WSU, "Expires").getTextContent());
      if (Duration.between(created, now).abs().compareTo(LIFE) > 0 || expires.isBefore(now)) {
        throw SoapFault.failedAuthentication("the message has expired");
      }
    } catch (DateTimeException e) {
      throw SoapFault.failedAuthentication("the time-stamp is not a time");
    }
  }

  private void checkSignature(Element signature, Element body, Element time) throws SoapFault {
    try {
      DOMValidateContext context = new DOMValidateContext(hub.getPublicKey(), signature);
      context.setIdAttributeNS(body, WsSecurity.WSU, "Id");
      context.setIdAttributeNS(time, WsSecurity.WSU, "Id");
      XMLSignature read = WsSecurity.signatures().unmarshalXMLSignature(context);
      Set<String> signed =
          read.getSignedInfo().getReferences().stream()
              .map(Reference::getURI)
              .collect(Collectors.toSet());
      if (!signed.contains("#" + body.getAttributeNS(WsSecurity.WSU, "Id"))
          || !signed.contains("#" + time.getAttributeNS(WsSecurity.WSU, "Id"))
          || !read.validate(context)) {
        throw SoapFault.failedAuthentication("the signature is wrong");
      }
    } catch (MarshalException | XMLSignatureException | IllegalArgumentException e) {
      throw SoapFault.failedAuthentication("the signature is wrong");
    }
  }
}
