package city.rehearsal.simulator.department.providentfund;

/** Why a question is not answered, with a code of the interface's appendix C. */
final class FundException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  FundException(String code, String words) {
    super(words);
    this.code = code;
  }

  String code() {
    return code;
  }
}
