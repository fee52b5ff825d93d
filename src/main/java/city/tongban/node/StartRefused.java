package city.tongban.node;

/** The hub does not start; the message says with which code and why, the fix what to do. */
class StartRefused extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String fix;

  StartRefused(String message, String fix) {
    super(message);
    this.fix = fix;
  }

  String fix() {
    return fix;
  }
}
