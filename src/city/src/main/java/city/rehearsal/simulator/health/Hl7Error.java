package city.rehearsal.simulator.health;

/** The message is not what the agreement says; nothing is taken. */
final class Hl7Error extends Exception {
  private static final long serialVersionUID = 1L;
  private final String kind;

  /**
   * @param kind of table 0357, {@code 102^Data type error}
   */
  Hl7Error(String kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  String kind() {
    return kind;
  }

  static Hl7Error missing(String field) {
    return new Hl7Error("101^Required field missing", field + ": 必填");
  }

  static Hl7Error form(String field, String why) {
    return new Hl7Error("102^Data type error", field + ": " + why);
  }
}
