package city.rehearsal.simulator.department.health;

/** A message that is not written as agreed; it is not stored. */
final class Hl7Exception extends Exception {
  private static final long serialVersionUID = 1L;
  private final String kind;

  /**
   * @param kind of error, by table 0357: {@code 102^Data type error}
   */
  Hl7Exception(String kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  String kind() {
    return kind;
  }

  static Hl7Exception missing(String field) {
    return new Hl7Exception("101^Required field missing", field + ": 必填");
  }

  static Hl7Exception form(String field, String why) {
    return new Hl7Exception("102^Data type error", field + ": " + why);
  }
}
