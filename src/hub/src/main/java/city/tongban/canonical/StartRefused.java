package city.tongban.canonical;

/** The hub does not start: a message with its code, and what to do about it. */
public class StartRefused extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String fix;

  public StartRefused(String message, String fix) {
    super(message);
    this.fix = fix;
  }

  public String fix() {
    return fix;
  }
}
