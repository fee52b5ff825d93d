package city.tongban.mapping;

/** A list has no word for a code, or none on that day or for that second field; says which. */
final class UnknownCode extends Exception {
  private static final long serialVersionUID = 1;

  UnknownCode(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
