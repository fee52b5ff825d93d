package city.rehearsal.simulator.providentfund;

/** Why a question is not answered, with the code of the interface's appendix C. */
final class Objection extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  Objection(String code, String words) {
    super(words);
    this.code = code;
  }

  String code() {
    return code;
  }
}
