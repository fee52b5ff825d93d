package city.tongban.transport.soap;

import city.tongban.canonical.Refusal;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Verifies that an answer is the department's: its one Body and its one time-stamp are signed,
 * recently, with a certificate that we hold.
 *
 * <p>Nothing in the message decides what is verified. The certificate is the one that we hold,
 * never one in the message. The two elements are found by their place, and the signature must
 * reference these two and no other. So a signature over an element that was moved elsewhere is not
 * accepted.
 */
final class SignedAnswer {
  /** The answer is not signed by the department, which may still have received the message. */
  static final String NOT_THEIRS = "HUB-4047";

  private static final Set<String> METHODS = Set.of(WsSecurity.RSA, WsSecurity.ECDSA);

  private final List<X509Certificate> theirs;
  private final Clock wall;

  SignedAnswer(List<X509Certificate> theirs, Clock wall) {
    this.theirs = theirs;
    this.wall = wall;
  }

  /** Refuses an envelope that is not signed as agreed. */
  void believe(Document envelope) {
    Element root = envelope.getDocumentElement();
    Element body = found(WsSecurity.only(root, WsSecurity.SOAP, "Body"), "no one Body");
    Element header = found(WsSecurity.only(root, WsSecurity.SOAP, "Header"), "no header");
    Element security =
        found(WsSecurity.only(header, WsSecurity.WSSE, "Security"), "no security header");
    Element time =
        found(WsSecurity.only(security, WsSecurity.WSU, "Timestamp"), "no one time-stamp");
    Element signature =
        found(WsSecurity.only(security, XMLSignature.XMLNS, "Signature"), "no one signature");
    X509Certificate signer =
        theirs.stream()
            .filter(certificate -> signed(signature, certificate, body, time))
            .findFirst()
            .orElseThrow(() -> notTheirs("no certificate that we hold has signed it"));
    valid(signer);
    fresh(time);
  }

  private static boolean signed(
      Element signature, X509Certificate certificate, Element body, Element time) {
    DOMValidateContext context = new DOMValidateContext(certificate.getPublicKey(), signature);
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    Set<String> both = new HashSet<>();
    for (Element part : List.of(body, time)) {
      String id = part.getAttributeNS(WsSecurity.WSU, "Id");
      if (id.isEmpty() || !both.add("#" + id)) {
        throw notTheirs("its parts have no ids of their own");
      }
      context.setIdAttributeNS(part, WsSecurity.WSU, "Id");
    }
    try {
      XMLSignature read = WsSecurity.signatures().unmarshalXMLSignature(context);
      asAgreed(read, both);
      return read.validate(context);
    } catch (MarshalException | XMLSignatureException | ClassCastException e) {
      return false; // it does not match the key, or is no signature
    }
  }

  /** Checks that the signature has these two parts, these algorithms, and nothing else. */
  private static void asAgreed(XMLSignature signature, Set<String> both) {
    List<Reference> references = signature.getSignedInfo().getReferences();
    Set<String> named = new HashSet<>();
    references.forEach(reference -> named.add(String.valueOf(reference.getURI())));
    if (references.size() != both.size() || !named.equals(both)) {
      throw notTheirs("it is not Body and time-stamp that are signed");
    }
    boolean agreed =
        METHODS.contains(signature.getSignedInfo().getSignatureMethod().getAlgorithm())
            && WsSecurity.CANONICAL.equals(
                signature.getSignedInfo().getCanonicalizationMethod().getAlgorithm())
            && signature.getObjects().isEmpty()
            && references.stream().allMatch(SignedAnswer::plain);
    if (!agreed) {
      throw notTheirs("it is signed by another algorithm than agreed");
    }
  }

  private static boolean plain(Reference reference) {
    List<Transform> transforms = reference.getTransforms();
    return reference.getDigestMethod().getAlgorithm().equals(WsSecurity.DIGEST)
        && transforms.size() == 1
        && transforms.get(0).getAlgorithm().equals(WsSecurity.CANONICAL);
  }

  private void valid(X509Certificate signer) {
    try {
      signer.checkValidity(Date.from(wall.instant()));
    } catch (CertificateException e) {
      throw notTheirs(
          "the certificate that signed it is valid from %s to %s"
              .formatted(signer.getNotBefore().toInstant(), signer.getNotAfter().toInstant()));
    }
  }

  private void fresh(Element time) {
    Instant now = wall.instant();
    Instant created = instant(time, "Created");
    boolean early = created.isAfter(now.plus(WsSecurity.SKEW));
    boolean late =
        created.isBefore(now.minus(WsSecurity.LIFE)) || instant(time, "Expires").isBefore(now);
    if (early || late) {
      throw notTheirs("its time-stamp is not of now: created " + created);
    }
  }

  private static Instant instant(Element time, String name) {
    Element text =
        found(WsSecurity.only(time, WsSecurity.WSU, name), "a time-stamp without " + name);
    try {
      return OffsetDateTime.parse(text.getTextContent().strip()).toInstant();
    } catch (DateTimeException e) {
      throw notTheirs("a time-stamp that is no time");
    }
  }

  private static Element found(@Nullable Element element, String otherwise) {
    if (element == null) {
      throw notTheirs("it has " + otherwise);
    }
    return element;
  }

  static Refusal notTheirs(String why) {
    return Refusal.of(NOT_THEIRS, "the answer is not signed by the back-end")
        .because(why)
        .fix("ask the back-end what it sent and with which certificate; resent, it is asked first");
  }
}
