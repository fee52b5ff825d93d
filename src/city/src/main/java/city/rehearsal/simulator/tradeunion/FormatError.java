package city.rehearsal.simulator.tradeunion;

/** The message is not what the agreement says; nothing is taken. */
final class FormatError extends Exception {
  private static final long serialVersionUID = 1L;

  FormatError(String sentence) {
    super(sentence);
  }
}
