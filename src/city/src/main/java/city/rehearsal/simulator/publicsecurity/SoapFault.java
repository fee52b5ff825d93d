package city.rehearsal.simulator.publicsecurity;

/** The envelope is wrong; the message in it has not been looked at. */
final class SoapFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  private SoapFault(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  static SoapFault client(String sentence) {
    return new SoapFault("soap:Client", sentence);
  }

  /** WS-Security 1.0, section 12. */
  static SoapFault notSigned(String sentence) {
    return new SoapFault("wsse:FailedAuthentication", sentence);
  }

  /** What stands in the Body. */
  String document() {
    return "<soap:Fault xmlns:soap=\"%s\" xmlns:wsse=\"%s\"><faultcode>%s</faultcode><faultstring>%s</faultstring></soap:Fault>"
        .formatted(Wss.SOAP, Wss.WSSE, code, Xml.escaped(String.valueOf(getMessage())));
  }
}
