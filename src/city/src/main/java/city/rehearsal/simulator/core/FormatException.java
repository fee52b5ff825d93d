package city.rehearsal.simulator.core;

/** The message is not what the agreement says; nothing is taken. */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public FormatException(String sentence) {
    super(sentence);
  }
}
