package city.rehearsal.drill;

/** How a case can end. */
public enum CaseOutcome {
  APPROVED,
  REJECTED,
  /** The department would not take it. */
  NOT_ACCEPTED,
  WITHDRAWN,
  /** The hub would not take it: no receipt, no case. */
  REFUSED_AT_INTAKE
}
