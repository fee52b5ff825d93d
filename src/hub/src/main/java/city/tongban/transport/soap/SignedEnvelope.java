package city.tongban.transport.soap;

import city.tongban.canonical.SafeXml;
import city.tongban.security.PemSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes our document into a SOAP 1.1 envelope whose Body and time-stamp are signed. */
final class SignedEnvelope {
  private static final Pattern PROLOG = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");
  private static final String BODY = "body";
  private static final String TIME = "time";
  private static final String CERTIFICATE = "certificate";
  private static final String ENVELOPE =
      """
      <soap:Envelope xmlns:soap="%s"><soap:Header>\
      <wsse:Security xmlns:wsse="%s" xmlns:wsu="%s" soap:mustUnderstand="1">\
      <wsse:BinarySecurityToken EncodingType="%s" ValueType="%s" wsu:Id="%s">%s</wsse:BinarySecurityToken>\
      <wsu:Timestamp wsu:Id="%s"><wsu:Created>%s</wsu:Created><wsu:Expires>%s</wsu:Expires></wsu:Timestamp>\
      </wsse:Security></soap:Header>\
      <soap:Body xmlns:wsu="%s" wsu:Id="%s">%s</soap:Body></soap:Envelope>\
      """;

  private final PemSecrets.Identity ours;
  private final XMLSignatureFactory signatures = WsSecurity.signatures();

  SignedEnvelope(PemSecrets.Identity ours) {
    this.ours = ours;
  }

  /**
   * The message to send. The document stays as it was mapped; time-stamp and signature are created
   * now.
   *
   * @param document in UTF-8, with its own prolog
   */
  byte[] around(byte[] document, Clock wall) {
    Document envelope = SafeXml.parse(unsigned(document, wall.instant()));
    Element root = envelope.getDocumentElement();
    Element body = child(root, WsSecurity.SOAP, "Body");
    Element security = child(child(root, WsSecurity.SOAP, "Header"), WsSecurity.WSSE, "Security");
    sign(security, body, child(security, WsSecurity.WSU, "Timestamp"));
    return SafeXml.text(envelope).getBytes(StandardCharsets.UTF_8);
  }

  private String unsigned(byte[] document, Instant now) {
    Instant created = now.truncatedTo(ChronoUnit.MILLIS);
    String content = PROLOG.matcher(new String(document, StandardCharsets.UTF_8)).replaceFirst("");
    return ENVELOPE.formatted(
        WsSecurity.SOAP,
        WsSecurity.WSSE,
        WsSecurity.WSU,
        WsSecurity.BASE64,
        WsSecurity.X509,
        CERTIFICATE,
        encoded(ours.certificate()),
        TIME,
        created,
        created.plus(WsSecurity.LIFE),
        WsSecurity.WSU,
        BODY,
        content);
  }

  private void sign(Element security, Element body, Element time) {
    try {
      SignedInfo what =
          signatures.newSignedInfo(
              signatures.newCanonicalizationMethod(
                  WsSecurity.CANONICAL, (C14NMethodParameterSpec) null),
              signatures.newSignatureMethod(method(ours.key()), null),
              List.of(reference(BODY), reference(TIME)));
      DOMSignContext context = new DOMSignContext(ours.key(), security);
      context.setDefaultNamespacePrefix("ds");
      context.setIdAttributeNS(body, WsSecurity.WSU, "Id");
      context.setIdAttributeNS(time, WsSecurity.WSU, "Id");
      signatures.newXMLSignature(what, keyInfo(security.getOwnerDocument())).sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("a key that was read cannot sign", e);
    }
  }

  private Reference reference(String id) throws GeneralSecurityException {
    return signatures.newReference(
        "#" + id,
        signatures.newDigestMethod(WsSecurity.DIGEST, null),
        List.of(signatures.newTransform(WsSecurity.CANONICAL, (TransformParameterSpec) null)),
        null,
        null);
  }

  /** References the certificate in the header. */
  private KeyInfo keyInfo(Document envelope) {
    Element pointer = envelope.createElementNS(WsSecurity.WSSE, "wsse:Reference");
    pointer.setAttribute("URI", "#" + CERTIFICATE);
    pointer.setAttribute("ValueType", WsSecurity.X509);
    Element token = envelope.createElementNS(WsSecurity.WSSE, "wsse:SecurityTokenReference");
    token.appendChild(pointer);
    KeyInfoFactory infos = signatures.getKeyInfoFactory();
    return infos.newKeyInfo(List.of(new DOMStructure(token)));
  }

  private static String method(PrivateKey key) {
    return key.getAlgorithm().equals("RSA") ? WsSecurity.RSA : WsSecurity.ECDSA;
  }

  private static String encoded(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read has no bytes", e);
    }
  }

  private static Element child(Element parent, String namespace, String name) {
    return Objects.requireNonNull(WsSecurity.only(parent, namespace, name), name);
  }
}
