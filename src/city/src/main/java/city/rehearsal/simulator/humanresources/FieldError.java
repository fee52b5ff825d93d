package city.rehearsal.simulator.humanresources;

/** A field is missing, too long, unknown, or not in its form: BUSCODE 100002. */
final class FieldError extends Exception {
  private static final long serialVersionUID = 1L;

  FieldError(String field, String sentence) {
    super(field + sentence);
  }
}
