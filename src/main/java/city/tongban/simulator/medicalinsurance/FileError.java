package city.tongban.simulator.medicalinsurance;

/** Why a whole file is refused: a code of table 7, and a sentence. */
final class FileError extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  FileError(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  String code() {
    return code;
  }
}
