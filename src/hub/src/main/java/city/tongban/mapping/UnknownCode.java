package city.tongban.mapping;

/**
 * A code list has no line for a code, or none for that day or second field; the message says which.
 */
final class UnknownCode extends Exception {
  private static final long serialVersionUID = 1;

  UnknownCode(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
