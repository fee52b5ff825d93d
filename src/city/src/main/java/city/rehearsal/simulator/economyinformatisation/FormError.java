package city.rehearsal.simulator.economyinformatisation;

/** The form is not filled in as the contract says; nothing is taken. */
final class FormError extends Exception {
  private static final long serialVersionUID = 1L;

  FormError(String field, String sentence) {
    super(field + ": " + sentence);
  }
}
