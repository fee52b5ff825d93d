package city.rehearsal.simulator.publicsecurity;

import java.security.NoSuchProviderException;
import javax.xml.crypto.dsig.XMLSignatureFactory;

/** Names of the standards that the department's envelope is made by. */
final class Wss {
  static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
  static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
  static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
  static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";
  static final String X509 = OASIS + "x509-token-profile-1.0#X509v3";
  static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  private Wss() {}

  static XMLSignatureFactory signatures() {
    try {
      return XMLSignatureFactory.getInstance("DOM", "XMLDSig");
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
  }
}
