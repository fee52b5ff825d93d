package city.rehearsal.simulator.department.publicsecurity;

import java.security.NoSuchProviderException;
import javax.xml.crypto.dsig.XMLSignatureFactory;

/** Names from WS-Security 1.0 and XML Signature. */
final class WsSecurity {
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
  static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
  static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";
  static final String X509 = OASIS + "x509-token-profile-1.0#X509v3";
  static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  private WsSecurity() {}

  static XMLSignatureFactory signatures() {
    try {
      return XMLSignatureFactory.getInstance("DOM", "XMLDSig");
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("every JDK has XML Signature", e);
    }
  }
}
