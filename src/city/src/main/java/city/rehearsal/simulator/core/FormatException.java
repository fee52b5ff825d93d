package city.rehearsal.simulator.core;

/** A request is not as the department's contract says; nothing is stored. */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param sentence in the department's words, beginning with the field
   */
  public FormatException(String sentence) {
    super(sentence);
  }
}
