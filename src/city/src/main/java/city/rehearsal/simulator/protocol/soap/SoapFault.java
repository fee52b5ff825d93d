package city.rehearsal.simulator.protocol.soap;

import city.rehearsal.simulator.core.Xml;

/** The envelope is wrong; the message in it has not been read. */
public final class SoapFault extends Exception {
  private static final long serialVersionUID = 1L;

  private static final String SECURITY =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  private final String code;

  private SoapFault(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public static SoapFault client(String sentence) {
    return new SoapFault("soap:Client", sentence);
  }

  /**
   * @param code MustUnderstand or VersionMismatch
   */
  static SoapFault of(String code, String sentence) {
    return new SoapFault("soap:" + code, sentence);
  }

  /** WS-Security 1.0, section 12. */
  public static SoapFault failedAuthentication(String sentence) {
    return new SoapFault("wsse:FailedAuthentication", sentence);
  }

  /** The element for the Body. */
  public String element() {
    return "<soap:Fault xmlns:soap=\"%s\" xmlns:wsse=\"%s\">%s%s</soap:Fault>"
        .formatted(
            SoapEnvelope.NAMESPACE,
            SECURITY,
            Xml.element("faultcode", code),
            Xml.element("faultstring", String.valueOf(getMessage())));
  }
}
