package city.rehearsal.simulator.housing;

/** The form is not filled in as the contract says; nothing is taken. */
final class FormatError extends Exception {
  private static final long serialVersionUID = 1L;

  FormatError(String sentence) {
    super(sentence);
  }
}
