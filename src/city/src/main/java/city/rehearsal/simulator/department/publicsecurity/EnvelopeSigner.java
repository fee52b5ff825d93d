package city.rehearsal.simulator.department.publicsecurity;

import city.rehearsal.simulator.core.Xml;
import city.rehearsal.simulator.protocol.soap.SoapEnvelope;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Puts a document into an envelope and signs it. */
record EnvelopeSigner(PrivateKey key, X509Certificate certificate) {
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** An envelope without a signature. */
  static byte[] unsigned(String document) {
    return envelope("", document).getBytes(StandardCharsets.UTF_8);
  }

  /** An envelope signed at that time, Body and time-stamp. */
  byte[] signed(String document, Instant created) {
    return signed(document, created, "Body-1", "TS-1");
  }

  /**
   * Signs the time-stamp and the certificate, but not the Body: a valid signature of too little.
   */
  byte[] signedElsewhere(String document, Instant created) {
    return signed(document, created, "TS-1", "X509-1");
  }

  private byte[] signed(String document, Instant created, String... parts) {
    try {
      Document envelope = Xml.parse(envelope(security(created), document));
      Element root = envelope.getDocumentElement();
      Element security =
          child(child(root, SoapEnvelope.NAMESPACE, "Header"), WsSecurity.WSSE, "Security");
      DOMSignContext context = new DOMSignContext(key, security);
      context.setDefaultNamespacePrefix("ds");
      context.setIdAttributeNS(child(root, SoapEnvelope.NAMESPACE, "Body"), WsSecurity.WSU, "Id");
      context.setIdAttributeNS(child(security, WsSecurity.WSU, "Timestamp"), WsSecurity.WSU, "Id");
      context.setIdAttributeNS(
          child(security, WsSecurity.WSSE, "BinarySecurityToken"), WsSecurity.WSU, "Id");
      sign(context, envelope, parts);
      return Xml.text(envelope).getBytes(StandardCharsets.UTF_8);
    } catch (SAXException | GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("an answer cannot be signed", e);
    }
  }

  private static Element child(Element parent, String namespace, String name) throws SAXException {
    return Xml.child(parent, namespace, name).orElseThrow();
  }

  private static void sign(DOMSignContext context, Document envelope, String... parts)
      throws GeneralSecurityException, MarshalException, XMLSignatureException {
    XMLSignatureFactory factory = WsSecurity.signatures();
    List<Reference> references = new ArrayList<>();
    for (String part : parts) {
      references.add(
          factory.newReference(
              "#" + part,
              factory.newDigestMethod(DigestMethod.SHA256, null),
              List.of(
                  factory.newTransform(
                      CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
              null,
              null));
    }
    factory
        .newXMLSignature(
            factory.newSignedInfo(
                factory.newCanonicalizationMethod(
                    CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(WsSecurity.ECDSA, null),
                references),
            keyInfo(factory, envelope))
        .sign(context);
  }

  private static KeyInfo keyInfo(XMLSignatureFactory factory, Document envelope) {
    Element reference = envelope.createElementNS(WsSecurity.WSSE, "wsse:Reference");
    reference.setAttribute("URI", "#X509-1");
    reference.setAttribute("ValueType", WsSecurity.X509);
    Element token = envelope.createElementNS(WsSecurity.WSSE, "wsse:SecurityTokenReference");
    token.appendChild(reference);
    return factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(token)));
  }

  private String security(Instant when) throws GeneralSecurityException {
    Instant created = when.truncatedTo(ChronoUnit.SECONDS);
    return """
    <wsse:Security xmlns:wsse="%s" soapenv:mustUnderstand="1">\
    <wsse:BinarySecurityToken EncodingType="%s" ValueType="%s" wsu:Id="X509-1">%s</wsse:BinarySecurityToken>\
    <wsu:Timestamp wsu:Id="TS-1"><wsu:Created>%s</wsu:Created><wsu:Expires>%s</wsu:Expires></wsu:Timestamp>\
    </wsse:Security>\
    """
        .formatted(
            WsSecurity.WSSE,
            WsSecurity.BASE64,
            WsSecurity.X509,
            Base64.getEncoder().encodeToString(certificate.getEncoded()),
            created,
            created.plus(LIFE));
  }

  private static String envelope(String header, String document) {
    return """
    <soapenv:Envelope xmlns:soapenv="%s" xmlns:wsu="%s"><soapenv:Header>%s</soapenv:Header>\
    <soapenv:Body wsu:Id="Body-1">%s</soapenv:Body></soapenv:Envelope>\
    """
        .formatted(SoapEnvelope.NAMESPACE, WsSecurity.WSU, header, document);
  }
}
