package city.tongban.transport;

/** A connection check failed, with the cause as far as it can be determined. */
public final class CheckFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final CheckKind check;
  private final CheckFailureCause cause;
  private final transient CheckResult learned;

  /**
   * Creates a failure.
   *
   * @param check the check that it belongs to: a refused password may show while a queue is opened
   */
  public CheckFailedException(CheckKind check, CheckFailureCause cause, CheckResult learned) {
    super(cause.word());
    this.check = check;
    this.cause = cause;
    this.learned = learned;
  }

  public CheckKind check() {
    return check;
  }

  public CheckFailureCause why() {
    return cause;
  }

  public CheckResult learned() {
    return learned;
  }
}
