package city.tongban.account;

/** A right at the console; each endpoint requires one. */
public enum Right {
  /** lists, cases and their trail, with persons masked */
  SEE,
  /** payloads, comparisons and unmasked persons; each reading is recorded */
  READ,
  /** send again and cancel, with a reason */
  ACT,
  /** test the connection to a back-end, which sends no case; recorded */
  TEST,
  /** let the simulated departments misbehave, in a rehearsal; recorded */
  REHEARSE,
  /** the record of who read what */
  AUDIT
}
