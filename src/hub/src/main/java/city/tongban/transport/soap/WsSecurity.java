package city.tongban.transport.soap;

import java.security.NoSuchProviderException;
import java.time.Duration;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The terms of WS-Security 1.0 with its X.509 profile that the hub uses: one certificate, one
 * time-stamp, one signature over Body and time-stamp.
 */
final class WsSecurity {
  static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  static final String BASE64 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
  static final String X509 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
  static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  static final String DIGEST = DigestMethod.SHA256;
  static final String CANONICAL = CanonicalizationMethod.EXCLUSIVE;

  /** How long a message is valid, in both directions. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /** The tolerated difference between the two clocks. */
  static final Duration SKEW = Duration.ofMinutes(1);

  private WsSecurity() {}

  /** The JDK's own implementation, named explicitly: another library may come first. */
  static XMLSignatureFactory signatures() {
    try {
      return XMLSignatureFactory.getInstance("DOM", "XMLDSig");
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }

  /** The one child of that name; null when there is none, or more than one. */
  static @Nullable Element only(Element parent, String namespace, String name) {
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
}
