package city.rehearsal.simulator.archives;

/** The message is not what the interface says; nothing is taken. */
final class FormatError extends Exception {
  private static final long serialVersionUID = 1L;

  FormatError(String sentence) {
    super(sentence);
  }
}
