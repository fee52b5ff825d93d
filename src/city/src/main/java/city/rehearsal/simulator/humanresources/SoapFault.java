package city.rehearsal.simulator.humanresources;

/** The envelope is wrong; the message in it has not been looked at. */
final class SoapFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code Client, MustUnderstand, VersionMismatch or Server
   */
  SoapFault(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  String code() {
    return code;
  }
}
