package city.tongban.canonical;

/** The rules of each kind of paper's number. */
final class IdNumbers {
  private IdNumbers() {}

  static String checked(IdType type, String number) {
    return type == IdType.RESIDENT_ID ? new CitizenId(number).value() : number;
  }
}
