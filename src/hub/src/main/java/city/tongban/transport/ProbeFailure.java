package city.tongban.transport;

/** A check that failed, with the cause as far as it can be told from here. */
public final class ProbeFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Check check;
  private final ProbeCause cause;
  private final transient Learned learned;

  /**
   * @param check at which it belongs: a password that is refused may show while a queue is opened
   */
  public ProbeFailure(Check check, ProbeCause cause, Learned learned) {
    super(cause.word());
    this.check = check;
    this.cause = cause;
    this.learned = learned;
  }

  public Check check() {
    return check;
  }

  public ProbeCause why() {
    return cause;
  }

  public Learned learned() {
    return learned;
  }
}
