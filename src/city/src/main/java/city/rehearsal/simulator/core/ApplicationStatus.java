package city.rehearsal.simulator.core;

/** Where a stored message stands, in words that all departments share. */
public enum ApplicationStatus {
  OPEN,
  UNDER_REVIEW,
  APPROVED,
  REJECTED,
  NOT_ACCEPTED,
  WITHDRAWN,
  /** A withdrawal that came after the decision. */
  TOO_LATE;

  public boolean undecided() {
    return this == OPEN || this == UNDER_REVIEW;
  }

  public boolean decided() {
    return this == APPROVED || this == REJECTED;
  }

  /** The word on the control port, which does not distinguish the two undecided states. */
  String shown() {
    return undecided() ? OPEN.name() : name();
  }
}
