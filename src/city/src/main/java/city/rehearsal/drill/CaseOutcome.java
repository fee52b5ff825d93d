package city.rehearsal.drill;

/** The outcome of a case. */
public enum CaseOutcome {
  APPROVED,
  REJECTED,
  /** The department did not accept the case. */
  NOT_ACCEPTED,
  WITHDRAWN,
  /** The hub refused the message: no receipt, no case. */
  REFUSED_AT_INTAKE
}
