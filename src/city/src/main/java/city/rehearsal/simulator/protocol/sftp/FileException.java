package city.rehearsal.simulator.protocol.sftp;

/** Why a whole file is refused: the department's code, and a sentence. */
public final class FileException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  public FileException(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
