package city.rehearsal.simulator.civilaffairs;

/** The row is not what the agreement says; nothing is taken. */
final class FormatError extends Exception {
  private static final long serialVersionUID = 1L;

  FormatError(String sentence) {
    super(sentence);
  }
}
