package city.tongban.canonical;

/** What a failed call may have done at the department. */
public enum FailureEffect {
  /** The department has taken nothing in, or has said so itself. */
  NOT_SENT,
  /** The message may have been taken in: no answer came, or none that can be trusted. */
  IN_DOUBT
}
