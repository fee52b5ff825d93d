package city.rehearsal.simulator.publicsecurity;

/** A field is missing, too long, unknown, or not in its form: JGDM 2001. */
final class FieldError extends Exception {
  private static final long serialVersionUID = 1L;

  FieldError(String field, String sentence) {
    super(field + sentence);
  }
}
