package city.tongban.canonical;

/** Stops the start of the hub with a code, a message and what to do about it. */
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
