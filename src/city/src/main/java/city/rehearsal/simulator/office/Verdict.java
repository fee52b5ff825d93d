package city.rehearsal.simulator.office;

/** What a department has made of a message, in words that all departments share. */
public enum Verdict {
  OPEN,
  UNDER_REVIEW,
  APPROVED,
  REJECTED,
  NOT_ACCEPTED,
  WITHDRAWN,
  TOO_LATE;

  public boolean undecided() {
    return this == OPEN || this == UNDER_REVIEW;
  }

  public boolean decided() {
    return this == APPROVED || this == REJECTED;
  }

  /**
   * The word that the control port shows: whoever reads the books only asks whether it is still
   * open.
   */
  String shown() {
    return undecided() ? OPEN.name() : name();
  }
}
