package city.tongban.node;

/** The hub would run in a way that could lose what it has receipted; it does not start. */
final class UnsafeSettingException extends RuntimeException {
  UnsafeSettingException(String message) {
    super(message);
  }
}
